using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Editing.History;

/// <summary>A line of a document's history: what somebody wrote, or an act that somebody did.</summary>
/// <param name="Version">The version that it ends with, or that the act is about.</param>
/// <param name="IsPart">Older changes, not read yet, may belong to the group: its figures are a part.</param>
public sealed record HistoryEntry(int Version, ChangeGroup? Group, AuditEntry? Act, bool IsPart = false)
{
    public DateTime AtUtc => Group?.ToUtc ?? Act!.AtUtc;

    /// <summary>What a reader compares with to see this entry alone: the version before it.</summary>
    public int Before => Group is { } group ? group.FromVersion - 1 : Version;

    /// <summary>Tells two entries apart.</summary>
    public string Key => Group is { } group ? $"{group.ToVersion}" : $"act {Act!.Id}";
}
