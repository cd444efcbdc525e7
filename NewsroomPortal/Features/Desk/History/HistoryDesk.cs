using NewsroomPortal.Features.Editing.History;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Features.Desk.History;

/// <summary>An article's history as one person has it open: the list, the version that the slider stands on, and what it is compared with.</summary>
public sealed class HistoryDesk(DocumentHistory history, Restorer restorer, CurrentActor person)
{
    private long _articleId;
    private Action? _stopReading;
    private bool _isAsked;
    private Task _turn = Task.CompletedTask;

    /// <summary>Null: not opened yet, or the article may not be read.</summary>
    public HistoryReading? Reading { get; private set; }

    /// <summary>The newest version that is known.</summary>
    public int Head { get; private set; }

    /// <summary>Where the slider stands.</summary>
    public int Version { get; set; }

    /// <summary>The version that the comparison starts from; null: that before the change, or the group, that makes <see cref="Version"/>.</summary>
    public int? Start { get; set; }

    public ComparedVersions? Shown { get; private set; }

    /// <summary>Opens the history, or reads what was added since.</summary>
    public Task Follow(long articleId, int head) => InTurn(() => FollowAlone(articleId, head));

    public Task ReadOlder() => InTurn(() => Reading!.ReadOlder());

    /// <summary>
    /// Reads what the slider stands on. While it moves, one place is read at a time, and after it the one that it has come to by then: the places
    /// between are passed over.
    /// </summary>
    /// <param name="drawn">Draws what there is so far: who wrote each passage comes after the passages.</param>
    public async Task Show(Action drawn)
    {
        _isAsked = true;
        if (_stopReading is not null)
        {
            _stopReading();
            return;
        }
        while (_isAsked)
        {
            _isAsked = false;
            using var reading = new CancellationTokenSource();
            _stopReading = reading.Cancel;
            try
            {
                await Read(drawn, reading.Token);
            }
            catch (OperationCanceledException) when (_isAsked)
            {
                // The slider has moved on.
            }
            finally
            {
                _stopReading = null;
            }
        }
    }

    /// <summary>Who wrote a line of the body as it is now; what was asked last is not asked again.</summary>
    public async Task<WrittenLine?> LineAt(int line, WrittenLine? last) =>
        last is not null && (last.Number, last.Version) == (line, Head) ? last
        : await person.Who() is { } who && Reading is not null ? await Task.Run(() => history.LineAt(who, _articleId, line)) : null;

    public async Task<Outcome<int>> RestoreWhole(int versionSeen, int version) =>
        await person.Who() is { } who ? await restorer.Whole(who, _articleId, versionSeen, version) : new Refusal("desk.signedOut");

    /// <param name="passage">Null: all of them.</param>
    public async Task<Outcome<int>> RestorePassage(int older, int newer, int? passage) =>
        await person.Who() is { } who ? await restorer.Passage(who, _articleId, older, newer, passage) : new Refusal("desk.signedOut");

    /// <summary>The page may ask for the next reading before the last has ended; a reading is not for two at once.</summary>
    private Task InTurn(Func<Task> read)
    {
        var before = _turn;
        return _turn = Then();

        async Task Then()
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            await read();
        }
    }

    private async Task FollowAlone(long articleId, int head)
    {
        var wasAtHead = Version == Head;
        if (Reading is null || _articleId != articleId)
        {
            _articleId = articleId;
            Reading = await person.Who() is { } who ? await history.Open(who, articleId) : null;
            (Version, Start, Shown, wasAtHead) = (0, null, null, true);
        }
        if (Reading is null)
        {
            return;
        }
        await Reading.ReadNewer();
        Head = Math.Max(head, Reading.Newest);
        Version = wasAtHead ? Head : Version;
    }

    private async Task Read(Action drawn, CancellationToken moved)
    {
        if (await person.Who() is not { } who || Reading is null || Version == 0)
        {
            return;
        }
        // Beside the page's own turn, so that it hears of the slider's next move meanwhile.
        var (id, (older, newer)) = (_articleId, Ends());
        var read = await Task.Run(async () => (
            Before: older == 0 ? null : await history.At(who, id, older), After: await history.At(who, id, newer)), CancellationToken.None);
        if (read.After is not { } after)
        {
            return;
        }
        var before = read.Before?.Text.Text ?? "";
        Shown = new ComparedVersions(older, before, after, []);
        drawn();
        // A slider that is dragged shows each text that it comes by; who wrote it, only where it rests.
        moved.ThrowIfCancellationRequested();
        var authors = await Task.Run(() => history.WhoChanged(who, id, older, newer, TextComparison.Between(before, after.Text.Text), moved), moved);
        moved.ThrowIfCancellationRequested();
        Shown = Shown with { Authors = authors };
        drawn();
    }

    private (int Older, int Newer) Ends()
    {
        var start = Start ?? Reading!.Entries.FirstOrDefault(entry => entry.Group?.ToVersion == Version)?.Before ?? Version - 1;
        return (Math.Min(start, Version), Math.Max(start, Version));
    }
}

/// <summary>Two versions side by side.</summary>
/// <param name="Older">The version of <paramref name="Before"/>; 0: the empty text before the first.</param>
/// <param name="Authors">Of each passage; empty until they are known.</param>
public sealed record ComparedVersions(int Older, string Before, PastVersion After, IReadOnlyList<IReadOnlyList<Author>> Authors)
{
    public int Newer => After.Text.Version;
}
