namespace NewsroomPortal.Foundation.Changes;

/// <summary>
/// Finds what turned one text into another, for texts that come from outside the log: a file edited on the disk, an older
/// version restored. Differs by lines and, within lines that differ, by their common start and end.
/// </summary>
public static class TextDiff
{
    /// <summary>
    /// A change that makes <paramref name="new"/> of <paramref name="old"/>. Small rather than smallest, found in time
    /// that grows with the texts, not with their square; no surrogate pair is cut.
    /// </summary>
    public static ChangeSet Between(string old, string @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var whole = new TextSpans(0, old.Length, 0, @new.Length).Trim(old, @new);
        if (whole.OldFrom == whole.OldTo || whole.NewFrom == whole.NewTo)
            return ChangeSet.Replace(old.Length, whole.OldFrom, whole.OldTo, @new[whole.NewFrom..whole.NewTo]);
        return ChangeSet.Of(old.Length, LineDiff.Between(old, @new, whole.WidenToLines(old))
            .Select(spans => spans.Trim(old, @new))
            .Select(spans => new TextSplice(spans.OldFrom, spans.OldTo, @new[spans.NewFrom..spans.NewTo])));
    }
}
