using System.Collections.Concurrent;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Features.Editing;

/// <summary>A document that somebody has open, in memory. Only who has its <see cref="Turn"/> may change it; its text may be read at any time.</summary>
internal sealed class LiveDocument(long id) : IDisposable
{
    private const int ChangesBetweenSnapshots = 500;
    private const int UnitsBetweenSnapshots = 200_000;

    private readonly UpdateTail _tail = new();
    private int _changesSinceSnapshot;
    private int _unitsSinceSnapshot;
    private volatile DocumentText? _text;

    public long Id { get; } = id;

    /// <summary>Whose turn it is; first come, first served.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Pushes that wait for the turn: whoever gets it takes all of them, so many writers share one commit.</summary>
    public ConcurrentQueue<WaitingPush> Waiting { get; } = new();

    /// <summary>The newest committed text; null: not read yet, or there is no such document.</summary>
    public DocumentText? Text => _text;

    public bool NeedsSnapshot => _changesSinceSnapshot >= ChangesBetweenSnapshots || _unitsSinceSnapshot >= UnitsBetweenSnapshots;

    public void Load(StoredDocument? stored)
    {
        _changesSinceSnapshot = stored is null ? 0 : stored.Text.Version - stored.SnapshotVersion;
        _unitsSinceSnapshot = stored?.UnitsSinceSnapshot ?? 0;
        _tail.Restart(stored?.Text.Version ?? 0);
        _text = stored?.Text;
    }

    public void Advance(AcceptedUpdates accepted)
    {
        _tail.Add(accepted.Updates);
        _changesSinceSnapshot += accepted.Updates.Count;
        _unitsSinceSnapshot += accepted.Updates.Sum(update => update.Changes.Changes.Sum(change => change.Inserted.Length) + 16);
        _text = accepted.Text;
    }

    public void SnapshotBegun() => (_changesSinceSnapshot, _unitsSinceSnapshot) = (0, 0);

    /// <summary>The updates after a version; null: they are no longer in memory.</summary>
    public IReadOnlyList<Update>? Since(int version) => _text is null ? null : _tail.Since(version);

    public void Dispose() => Turn.Dispose();
}
