using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Shell.Commands.Checking;

/// <summary>One document's log replayed from its first change, without trusting a snapshot.</summary>
internal sealed class LogReplay
{
    private readonly List<Refusal> _problems = [];
    private readonly Dictionary<int, string> _texts = [];

    public IReadOnlyList<Refusal> Problems => _problems;

    /// <summary>The newest text; null where the log cannot be replayed to it.</summary>
    public string? Head { get; private set; }

    /// <param name="changes">In the order of versions.</param>
    /// <param name="kept">Versions whose texts are asked for afterwards.</param>
    public static LogReplay Of(Document document, IEnumerable<DocumentChange> changes, IReadOnlyCollection<DocumentSnapshot> snapshots, IReadOnlySet<int> kept)
    {
        var replay = new LogReplay();
        var wanted = kept.Concat(snapshots.Select(snapshot => snapshot.Version)).ToHashSet();
        if (replay.Play(changes, wanted) is not { } last)
        {
            return replay;
        }
        if (last.Version != document.Head)
        {
            replay._problems.Add(new Refusal("shell.check.head", document.Head, last.Version));
            return replay;
        }
        replay.Head = last.Text;
        replay._problems.AddRange(snapshots.Where(snapshot => replay.At(snapshot.Version) != snapshot.Text)
            .Select(snapshot => new Refusal("shell.check.snapshot", snapshot.Version)));
        return replay;
    }

    /// <summary>The text at a version that was to be kept; null: the log has no such version.</summary>
    public string? At(int version) => _texts.GetValueOrDefault(version);

    private (int Version, string Text)? Play(IEnumerable<DocumentChange> changes, HashSet<int> wanted)
    {
        var (version, text) = (0, "");
        foreach (var change in changes)
        {
            if (change.Version != version + 1)
            {
                _problems.Add(new Refusal("shell.check.gap", version + 1, change.Version));
                return null;
            }
            try
            {
                text = ChangeSet.FromJson(change.Changes).Apply(text);
            }
            catch (Exception problem) when (problem is ArgumentException or FormatException or System.Text.Json.JsonException)
            {
                _problems.Add(new Refusal("shell.check.change", change.Version, problem.Message));
                return null;
            }
            version = change.Version;
            if (wanted.Contains(version))
            {
                _texts[version] = text;
            }
        }
        return (version, text);
    }
}
