namespace NewsroomPortal.Foundation.Rendering.RawHtml;

/// <summary>One tag of raw HTML, as a browser would read it.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Length">Of the tag in the text, brackets included.</param>
/// <param name="Attributes">Names in lower case, values as they stand; empty for a closing tag.</param>
sealed record HtmlTag(string Name, bool IsClosing, int Length, IReadOnlyList<KeyValuePair<string, string>> Attributes)
{
    /// <summary>A longer tag is taken for text, so that unclosed ones cannot make a scan quadratic.</summary>
    const int LongestTag = 16_384;

    const string Spaces = " \t\n\r\f";

    /// <summary>Reads the tag that starts with the <c>&lt;</c> at the start of the text; null if it is none.</summary>
    public static HtmlTag? Read(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, LongestTag)];
        var isClosing = text is [_, '/', ..];
        var start = isClosing ? 2 : 1;
        var at = start;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-'))
            at++;
        if (at == start || !char.IsAsciiLetter(text[start]) || at == text.Length || !(Spaces.Contains(text[at]) || text[at] is '/' or '>'))
            return null;
        var name = text[start..at].ToString().ToLowerInvariant();
        var attributes = new List<KeyValuePair<string, string>>();
        while (at < text.Length && text[at] != '>')
        {
            if (Spaces.Contains(text[at]) || text[at] == '/')
                at++;
            else
                attributes.Add(ReadAttribute(text, ref at));
        }
        return at < text.Length ? new HtmlTag(name, isClosing, at + 1, isClosing ? [] : attributes) : null;
    }

    static KeyValuePair<string, string> ReadAttribute(ReadOnlySpan<char> text, ref int at)
    {
        var start = at++;
        while (at < text.Length && !Spaces.Contains(text[at]) && text[at] is not ('/' or '>' or '='))
            at++;
        var name = text[start..at].ToString().ToLowerInvariant();
        var equals = at;
        SkipSpaces(text, ref equals);
        if (equals == text.Length || text[equals] != '=')
            return new(name, "");
        at = equals + 1;
        SkipSpaces(text, ref at);
        return new(name, ReadValue(text, ref at));
    }

    static string ReadValue(ReadOnlySpan<char> text, ref int at)
    {
        if (at == text.Length)
            return "";
        var start = at;
        if (text[at] is '"' or '\'')
        {
            var quote = text[at];
            var end = text[(at + 1)..].IndexOf(quote);
            at = end < 0 ? text.Length : at + end + 2;
            return end < 0 ? "" : text.Slice(start + 1, end).ToString();
        }
        while (at < text.Length && !Spaces.Contains(text[at]) && text[at] != '>')
            at++;
        return text[start..at].ToString();
    }

    static void SkipSpaces(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && Spaces.Contains(text[at]))
            at++;
    }
}
