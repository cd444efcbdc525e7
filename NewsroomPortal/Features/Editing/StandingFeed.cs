using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Features.Editing;

/// <summary>
/// Tells open pages what their people may do with a document now: after each act on it, and when <see cref="Refresh(long)"/> is called for what
/// changes rights otherwise.
/// </summary>
public sealed class StandingFeed
{
    private readonly DocumentAccessPolicy _policy;
    private readonly Seats _seats;
    private readonly PresenceFeed _presence;
    private readonly PreviewFeed _previews;
    private readonly IHubContext<EditingHub> _hub;
    private readonly Words _words;
    private readonly ILogger<StandingFeed> _logger;

    public StandingFeed(
        Authority authority, DocumentAccessPolicy policy, Seats seats, PresenceFeed presence, PreviewFeed previews, IHubContext<EditingHub> hub, Words words, ILogger<StandingFeed> logger)
    {
        (_policy, _seats, _presence, _previews, _hub, _words, _logger) = (policy, seats, presence, previews, hub, words, logger);
        authority.Acted += documentId => _ = Refresh(documentId);
        authority.Deleted += documentId => _ = Refresh(documentId);
    }

    /// <summary>Asks the guards anew for everybody who has the document open, and tells those for whom the answer differs.</summary>
    public async Task Refresh(long documentId)
    {
        foreach (var seat in _seats.At(documentId))
        {
            try
            {
                await Refresh(seat, documentId);
            }
            catch (Exception problem)
            {
                _logger.LogWarning(problem, "An open page of document {Document} could not be told what it may do", documentId);
            }
        }
    }

    /// <summary>As <see cref="Refresh(long)"/>, for one page. Who may no longer read hears nothing more of the document.</summary>
    internal async Task<DocumentAccess> Refresh(Seat seat, long documentId)
    {
        var access = await Access(seat, documentId);
        if (seat.Documents.TryGetValue(documentId, out var open))
        {
            var standing = Standing(seat, access);
            if (open.Told is not null && open.Told != standing)
            {
                await _hub.Clients.Client(seat.ConnectionId).SendAsync("standing", documentId, standing);
            }
            open.Told = standing;
            if (!access.MayRead)
            {
                await Leave(seat, documentId);
            }
        }
        return access;
    }

    internal async Task<DocumentAccess> Access(Seat seat, long documentId) =>
        await _seats.Who(seat) is { } who ? await _policy.Access(who, documentId) : DocumentAccess.Nothing;

    internal Standing Standing(Seat seat, DocumentAccess access) =>
        new(access.MayRead && access.MayWrite, access.MayRead && access.MayWrite ? null : Say(seat, access.WhyNot ?? DocumentAccess.Nothing.WhyNot!));

    internal string Say(Seat seat, Refusal refusal) => string.Format(CultureInfo.GetCultureInfo(seat.Language), _words.In(seat.Language, refusal.Word), refusal.Values);

    internal async Task Leave(Seat seat, long documentId)
    {
        if (seat.Documents.TryRemove(documentId, out _))
        {
            await _hub.Groups.RemoveFromGroupAsync(seat.ConnectionId, HubGroups.Text(documentId));
            await _hub.Groups.RemoveFromGroupAsync(seat.ConnectionId, HubGroups.Preview(documentId, seat.Language));
            Left(documentId);
        }
    }

    /// <summary>A page no longer has the document open.</summary>
    internal void Left(long documentId)
    {
        _presence.Changed(documentId);
        if (!_seats.At(documentId).Any())
        {
            _previews.Close(documentId);
        }
    }
}
