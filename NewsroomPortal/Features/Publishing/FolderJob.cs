using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Publishing;

/// <summary>The names are the ends of word keys.</summary>
public enum FolderJobKind
{
    Compare,
    Import,
    Decide,
    Export,
}

/// <summary>How a job ended. The names are the ends of word keys.</summary>
public enum FolderJobEnd
{
    Done,
    Cancelled,
    Failed,
}

/// <summary>One piece of work on a folder and how far it has come.</summary>
/// <param name="began">A timestamp of the portal's clock.</param>
public sealed class FolderJob(FolderJobKind kind, string folder, long began)
{
    // Often enough for a bar that moves, seldom enough for a circuit.
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    private TimeSpan _told = -Beat;

    public FolderJobKind Kind => kind;

    public string Folder => folder;

    public long Began => began;

    public int Done { get; private set; }

    public int Total { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    /// <summary>Null: it is under way.</summary>
    public FolderJobEnd? End { get; private set; }

    public bool IsRunning => End is null;

    public double PerSecond => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>What could not be done, and why.</summary>
    public List<(string Path, Refusal Why)> Refused { get; } = [];

    /// <summary>Whether it is time to tell those who look on.</summary>
    public bool Move(int done, int total, TimeSpan elapsed)
    {
        (Done, Total, Elapsed) = (done, total, elapsed);
        if (elapsed - _told < Beat)
        {
            return false;
        }
        _told = elapsed;
        return true;
    }

    public void Close(FolderJobEnd end, TimeSpan elapsed) => (End, Elapsed) = (end, elapsed);
}
