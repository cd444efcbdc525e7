namespace NewsroomPortal.Features.Editing.History;

/// <summary>
/// What one person wrote without a pause. Where two write at the same time, their groups' versions overlap, and
/// <see cref="Changes"/> is less than the versions between the first and the last.
/// </summary>
/// <param name="FromVersion">The version that its first change made.</param>
/// <param name="ToVersion">The version that its last change made.</param>
/// <param name="Added">UTF-16 units inserted, by the changes: what was typed and taken out again counts in both.</param>
public sealed record ChangeGroup(string? PersonId, int FromVersion, int ToVersion, DateTime FromUtc, DateTime ToUtc, int Changes, int Added, int Removed)
{
    /// <summary>A pause longer than this begins a new group.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public static ChangeGroup Of(LoggedChange change) =>
        new(change.PersonId, change.Version, change.Version, change.AtUtc, change.AtUtc, 1, change.Added, change.Removed);

    /// <summary>Whether a change before or after this group is part of it, as far as person and time go.</summary>
    public bool TakesIn(LoggedChange change) => change.PersonId == PersonId
        && (change.Version < FromVersion ? FromUtc - change.AtUtc : change.AtUtc - ToUtc).Duration() <= Pause;

    public ChangeGroup With(LoggedChange change) => this with
    {
        FromVersion = Math.Min(FromVersion, change.Version),
        ToVersion = Math.Max(ToVersion, change.Version),
        FromUtc = change.Version < FromVersion ? change.AtUtc : FromUtc,
        ToUtc = change.Version > ToVersion ? change.AtUtc : ToUtc,
        Changes = Changes + 1,
        Added = Added + change.Added,
        Removed = Removed + change.Removed,
    };
}
