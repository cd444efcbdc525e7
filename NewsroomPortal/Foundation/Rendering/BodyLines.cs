namespace NewsroomPortal.Foundation.Rendering;

/// <summary>Which lines of a body hold text.</summary>
sealed class BodyLines
{
    readonly List<bool> hasText = [];

    public BodyLines(string body)
    {
        foreach (var line in body.AsSpan().Split('\n'))
            hasText.Add(!body.AsSpan()[line].IsWhiteSpace());
    }

    public int Count => hasText.Count;

    /// <summary>The last line before an end that is not blank, and not before a first.</summary>
    public int LastTextBefore(int end, int first)
    {
        var line = end - 1;
        while (line > first && !hasText[line])
            line--;
        return Math.Max(line, first);
    }
}
