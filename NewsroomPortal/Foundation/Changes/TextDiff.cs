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
        var whole = Trim(old, @new, new TextSpans(0, old.Length, 0, @new.Length));
        if (whole.OldFrom == whole.OldTo || whole.NewFrom == whole.NewTo)
            return ChangeSet.Replace(old.Length, whole.OldFrom, whole.OldTo, @new[whole.NewFrom..whole.NewTo]);
        return ChangeSet.Of(old.Length, LineDiff.Between(old, @new, WidenToLines(old, @new, whole))
            .Select(spans => Trim(old, @new, spans))
            .Select(spans => new TextSplice(spans.OldFrom, spans.OldTo, @new[spans.NewFrom..spans.NewTo])));
    }

    /// <summary>Leaves out what both spans begin and end with.</summary>
    static TextSpans Trim(string old, string @new, TextSpans spans)
    {
        var a = old.AsSpan(spans.OldFrom..spans.OldTo);
        var b = @new.AsSpan(spans.NewFrom..spans.NewTo);
        var start = a.CommonPrefixLength(b);
        if (start > 0 && char.IsHighSurrogate(a[start - 1]))
            start--;
        var end = 0;
        var most = Math.Min(a.Length, b.Length) - start;
        while (end < most && a[^(end + 1)] == b[^(end + 1)])
            end++;
        if (end > 0 && char.IsLowSurrogate(a[^end]))
            end--;
        return new TextSpans(spans.OldFrom + start, spans.OldTo - end, spans.NewFrom + start, spans.NewTo - end);
    }

    /// <summary>Takes in the rest of the lines that the spans begin and end in.</summary>
    static TextSpans WidenToLines(string old, string @new, TextSpans spans)
    {
        // What lies before and behind the spans is the same in both texts, so both widen by as much.
        var before = spans.OldFrom - (old.AsSpan(0, spans.OldFrom).LastIndexOf('\n') + 1);
        var behind = old.AsSpan(spans.OldTo).IndexOf('\n') is var found and >= 0 ? found + 1 : old.Length - spans.OldTo;
        return new TextSpans(spans.OldFrom - before, spans.OldTo + behind, spans.NewFrom - before, spans.NewTo + behind);
    }
}
