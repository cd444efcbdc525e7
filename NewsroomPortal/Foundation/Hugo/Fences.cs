namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// Where a file's front matter lies, by the rules of Hugo's page lexer (gohugoio/hugo, <c>parser/pageparser/pagelexer_intro.go</c>):
/// blank lines and blanks may come before the opening; any line that starts with the fence closes, <c>----</c> too; <c>...</c> does not;
/// a bare carriage return ends a line. JSON ends at its outer brace. The editor's <c>fences.js</c> is the twin.
/// </summary>
/// <param name="Format">None where the text has no front matter; all positions are 0 then.</param>
/// <param name="Opening">Where the opening fence begins.</param>
/// <param name="Start">Where the inner text begins: the line after the opening, or right after the fence where more stands on its line.</param>
/// <param name="End">Where the closing fence begins. For JSON, <paramref name="Start"/> and End hold the braces.</param>
/// <param name="BodyStart">After the closing fence, and after its line where nothing but blanks follows on it. 0 where nothing closes.</param>
/// <param name="IsClosed">False where the file ends before the front matter does; Hugo then fails.</param>
internal readonly record struct Fences(FrontMatterFormat Format, int Opening, int Start, int End, int BodyStart, bool IsClosed)
{
    public static Fences Find(string text)
    {
        var opening = text.AsSpan().IndexOfAnyExcept(" \t\r\n\uFEFF");
        if (opening < 0)
            return Absent;
        var rest = text.AsSpan(opening);
        return rest.StartsWith("---") ? FindLines(text, opening, FrontMatterFormat.Yaml, "---")
            : rest.StartsWith("+++") ? FindLines(text, opening, FrontMatterFormat.Toml, "+++")
            : rest[0] == '{' ? FindBraces(text, opening)
            : Absent;
    }

    private static Fences Absent => new(FrontMatterFormat.None, 0, 0, 0, 0, IsClosed: true);

    private static Fences FindLines(string text, int opening, FrontMatterFormat format, string fence)
    {
        var start = AfterBlankRest(text, opening + fence.Length);
        for (var line = start; line < text.Length;)
        {
            var startsLine = text[line - 1] is '\n' or '\r';
            if (startsLine && string.CompareOrdinal(text, line, fence, 0, fence.Length) == 0)
                return new(format, opening, start, line, AfterBlankRest(text, line + fence.Length), IsClosed: true);
            var end = text.AsSpan(line).IndexOfAny('\n', '\r');
            if (end < 0)
                break;
            line += end + 1;
        }
        return new(format, opening, start, text.Length, 0, IsClosed: false);
    }

    private static Fences FindBraces(string text, int opening)
    {
        var depth = 0;
        var inString = false;
        for (var at = opening; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\': at++; break;
                case '"': inString = !inString; break;
                case '{' when !inString: depth++; break;
                case '}' when !inString: depth--; break;
            }
            if (depth == 0)
                return new(FrontMatterFormat.Json, opening, opening, at + 1, AfterBlankRest(text, at + 1), IsClosed: true);
        }
        return new(FrontMatterFormat.Json, opening, opening, text.Length, 0, IsClosed: false);
    }

    private static int AfterBlankRest(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        if (end == text.Length)
            return end;
        if (text[end] == '\r')
            end++;
        if (end < text.Length && text[end] == '\n')
            end++;
        return text[end - 1] is '\n' or '\r' ? end : at;
    }
}
