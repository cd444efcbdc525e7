using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Features.Editing;

/// <summary>
/// What editors talk to, beside the circuit, so that writing outlives it. Each call asks the guards; a document that may not be read
/// answers like one that does not exist. After a refusal the connection goes on.
/// </summary>
[Authorize]
public sealed class EditingHub : Hub
{
    private readonly Authority _authority;
    private readonly Seats _seats;
    private readonly StandingFeed _standing;
    private readonly PresenceFeed _presence;
    private readonly PreviewFeed _previews;

    public EditingHub(Authority authority, Seats seats, StandingFeed standing, PresenceFeed presence, PreviewFeed previews) =>
        (_authority, _seats, _standing, _presence, _previews) = (authority, seats, standing, presence, previews);

    public override Task OnConnectedAsync()
    {
        _seats.Take(new Seat(Context.ConnectionId, Context.User!, Context.User!.AsActor(), Words.Current, Context.Abort));
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        var left = _seats.Leave(Context.ConnectionId);
        foreach (var documentId in left?.Documents.Keys ?? [])
        {
            _standing.Left(documentId);
        }
        return Task.CompletedTask;
    }

    /// <summary>Opens a document: from now on its messages come; what was missed since <paramref name="version"/> is answered.</summary>
    public async Task<SentStretch> Join(long articleId, int version)
    {
        var seat = Seat();
        var access = await _standing.Access(seat, articleId);
        var standing = _standing.Standing(seat, access);
        if (!access.MayRead)
        {
            return new SentStretch(version, [], More: false, standing);
        }
        await Groups.AddToGroupAsync(Context.ConnectionId, HubGroups.Text(articleId));
        _seats.Open(seat, articleId).Told = standing;
        _presence.Changed(articleId);
        var stretch = SentStretch.Of(await _authority.Updates(articleId, version, Context.ConnectionAborted), standing);
        return stretch with { SavedAt = await _authority.ChangedAt(articleId, Context.ConnectionAborted) };
    }

    public async Task<SentStretch> Updates(long articleId, int version) => await MayRead(articleId)
        ? SentStretch.Of(await _authority.Updates(articleId, version, Context.ConnectionAborted))
        : new SentStretch(version, [], More: false);

    public async Task<SentAnswer> Push(long articleId, int version, IReadOnlyList<SentUpdate> updates)
    {
        var seat = Seat();
        if (await _seats.Who(seat) is not { } who)
        {
            return new SentAnswer(version, null, _standing.Say(seat, DocumentAccess.Nothing.WhyNot!));
        }
        if (updates is null || !updates.All(update => update is { IsProper: true }))
        {
            return new SentAnswer(version, null, _standing.Say(seat, new("editing.doesNotFit")), IsLasting: true);
        }
        var answer = await _authority.Push(articleId, version, [.. updates.Select(update => update.AsUpdate())], who, CancellationToken.None);
        if (answer.Refused is { } refusal)
        {
            // Where it was for want of the right, the page learns that too.
            await _standing.Refresh(seat, articleId);
            return new SentAnswer(answer.Version, null, _standing.Say(seat, refusal), IsLasting: refusal.Word != PushAnswer.NotSaved);
        }
        return new SentAnswer(answer.Version, answer.SavedAtUtc, null);
    }

    /// <summary>The whole preview; patches follow as <c>preview</c> messages.</summary>
    public async Task<SentPreview?> Preview(long articleId)
    {
        if (!await MayRead(articleId))
        {
            return null;
        }
        var seat = Seat();
        _seats.Open(seat, articleId);
        await Groups.AddToGroupAsync(Context.ConnectionId, HubGroups.Preview(articleId, seat.Language));
        return await _previews.Open(articleId, seat.Language, Context.ConnectionAborted);
    }

    /// <summary>Where the person is in the article; null: somewhere else.</summary>
    public void See(long articleId, Place? place)
    {
        if (Seat().Documents.TryGetValue(articleId, out var open))
        {
            open.Place = place?.Proper ?? new Place();
            _presence.Changed(articleId);
        }
    }

    public Task Leave(long articleId) => _standing.Leave(Seat(), articleId);

    private async Task<bool> MayRead(long articleId) => (await _standing.Access(Seat(), articleId)).MayRead;

    private Seat Seat() => _seats.Of(Context.ConnectionId) ?? throw new HubException("This connection has ended.");
}
