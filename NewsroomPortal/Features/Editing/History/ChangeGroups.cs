namespace NewsroomPortal.Features.Editing.History;

/// <summary>
/// A stretch of the log in groups. It grows at both ends, one change at a time; the groups are the same whichever way the stretch was read.
/// An act (submitted, approved, published…) divides a group, so that it can stand between what was written before and after.
/// </summary>
public sealed class ChangeGroups
{
    private readonly List<ChangeGroup> _groups = [];
    private readonly SortedSet<int> _acts = [];

    // Where the groups are that can still grow: one a person and end. "" stands for the portal itself.
    private readonly Dictionary<string, int> _oldestOf = [];
    private readonly Dictionary<string, int> _newestOf = [];

    /// <summary>The one with the newest last change first.</summary>
    public IEnumerable<ChangeGroup> NewestFirst => _groups.OrderByDescending(group => group.ToVersion);

    public LoggedChange? Oldest { get; private set; }

    public LoggedChange? Newest { get; private set; }

    /// <summary>Changes up to this version and changes after it are never one group. To be told before the changes on both sides are there.</summary>
    public void Divide(int version) => _acts.Add(version);

    /// <summary>Adds the change before the oldest one.</summary>
    public void AddOlder(LoggedChange change)
    {
        Add(change, _oldestOf, _newestOf, group => group.FromVersion);
        Oldest = change;
        Newest ??= change;
    }

    /// <summary>Adds the change after the newest one.</summary>
    public void AddNewer(LoggedChange change)
    {
        Add(change, _newestOf, _oldestOf, group => group.ToVersion);
        Newest = change;
        Oldest ??= change;
    }

    /// <summary>Whether changes older than those read may still belong to this group.</summary>
    public bool MayGrowOlder(ChangeGroup group) =>
        Oldest is { } oldest && (group.FromUtc - oldest.AtUtc).Duration() <= ChangeGroup.Pause && !IsDivided(oldest.Version, group.FromVersion);

    private void Add(LoggedChange change, Dictionary<string, int> growing, Dictionary<string, int> other, Func<ChangeGroup, int> edge)
    {
        var who = change.PersonId ?? "";
        if (growing.TryGetValue(who, out var at) && _groups[at].TakesIn(change) && !IsDivided(change.Version, edge(_groups[at])))
        {
            _groups[at] = _groups[at].With(change);
            return;
        }
        growing[who] = _groups.Count;
        other.TryAdd(who, _groups.Count);
        _groups.Add(ChangeGroup.Of(change));
    }

    private bool IsDivided(int one, int another)
    {
        var (from, to) = (Math.Min(one, another), Math.Max(one, another));
        return from < to && _acts.GetViewBetween(from, to - 1).Count > 0;
    }
}
