namespace NewsroomPortal.Foundation.Changes;

/// <summary>A stretch of an old text and the stretch of the new one that stands for it, in UTF-16 units; "To" is the unit after the last.</summary>
public readonly record struct TextSpans(int OldFrom, int OldTo, int NewFrom, int NewTo)
{
    /// <summary>Leaves out what both spans begin and end with; cuts no surrogate pair.</summary>
    internal TextSpans Trim(string old, string @new)
    {
        var a = old.AsSpan(OldFrom..OldTo);
        var b = @new.AsSpan(NewFrom..NewTo);
        var start = a.CommonPrefixLength(b);
        if (start > 0 && char.IsHighSurrogate(a[start - 1]))
            start--;
        var end = 0;
        var most = Math.Min(a.Length, b.Length) - start;
        while (end < most && a[^(end + 1)] == b[^(end + 1)])
            end++;
        if (end > 0 && char.IsLowSurrogate(a[^end]))
            end--;
        return new TextSpans(OldFrom + start, OldTo - end, NewFrom + start, NewTo - end);
    }

    /// <summary>Takes in the rest of the lines that the spans begin and end in; what lies before and behind them must be the same in both texts.</summary>
    internal TextSpans WidenToLines(string old)
    {
        var before = OldFrom - (old.AsSpan(0, OldFrom).LastIndexOf('\n') + 1);
        var behind = old.AsSpan(OldTo).IndexOf('\n') is var found and >= 0 ? found + 1 : old.Length - OldTo;
        return new TextSpans(OldFrom - before, OldTo + behind, NewFrom - before, NewTo + behind);
    }
}
