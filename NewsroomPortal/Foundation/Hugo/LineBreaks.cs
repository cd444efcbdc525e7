namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Lines in a text that may mix <c>\r\n</c> and <c>\n</c>: what is added ends as its neighbour does.</summary>
internal static class LineBreaks
{
    /// <summary>The line break nearest before a position, else the text's first, else <c>\n</c>.</summary>
    public static string Before(string text, int at)
    {
        var end = text.AsSpan(0, at).LastIndexOf('\n');
        if (end < 0)
            end = text.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
    }

    public static int LineStart(string text, int at) => text.AsSpan(0, at).LastIndexOfAny('\n', '\r') + 1;

    /// <summary>After the line's break, or <paramref name="limit"/> where it has none before.</summary>
    public static int LineEnd(string text, int at, int limit)
    {
        var end = text.AsSpan(at, limit - at).IndexOf('\n');
        return end < 0 ? limit : at + end + 1;
    }
}
