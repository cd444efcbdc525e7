using System.Text;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>One line of Markdown without its marks.</summary>
internal static class PlainText
{
    // Without a bound, "[[[[…" and "<a<a<a…" would cost the square of their length.
    private const int MostUnitsOfLink = 2000;

    private const string Escapable = "\\`*_{}[]()<>#+-.!|~";

    public static string Of(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        Append(plain, markdown);
        return string.Join(' ', plain.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder plain, string markdown)
    {
        for (var at = 0; at < markdown.Length; at++)
        {
            switch (markdown[at])
            {
                case '\\' when at + 1 < markdown.Length && Escapable.Contains(markdown[at + 1], StringComparison.Ordinal):
                    plain.Append(markdown[++at]);
                    break;
                case '!' when at + 1 < markdown.Length && markdown[at + 1] == '[' && LinkEnd(markdown, at + 1, out _) is var end && end > 0:
                    at = end - 1;
                    break;
                case '[' when LinkEnd(markdown, at, out var label) is var end && end > 0:
                    Append(plain, label);
                    at = end - 1;
                    break;
                case '<' when TagEnd(markdown, at) is var end && end > 0:
                    at = end - 1;
                    break;
                case '*' or '`':
                case '_' when IsEdge(markdown, at):
                case '~' when at + 1 < markdown.Length && markdown[at + 1] == '~' || at > 0 && markdown[at - 1] == '~':
                    break;
                default:
                    plain.Append(markdown[at]);
                    break;
            }
        }
    }

    /// <summary>After <c>[label](target)</c> or <c>[label][name]</c> that begins here; 0 where none does.</summary>
    private static int LinkEnd(string markdown, int at, out string label)
    {
        label = "";
        var close = Match(markdown, at, '[', ']');
        if (close < 0)
            return 0;
        label = markdown[(at + 1)..close];
        if (close + 1 == markdown.Length)
            return 0;
        var end = markdown[close + 1] switch
        {
            '(' => Match(markdown, close + 1, '(', ')'),
            '[' => Match(markdown, close + 1, '[', ']'),
            _ => -1,
        };
        return end + 1;
    }

    private static int Match(string markdown, int at, char open, char close)
    {
        var depth = 0;
        for (var index = at; index < Math.Min(markdown.Length, at + MostUnitsOfLink); index++)
        {
            if (markdown[index] == '\\')
                index++;
            else if (markdown[index] == open)
                depth++;
            else if (markdown[index] == close && --depth == 0)
                return index;
        }
        return -1;
    }

    /// <summary>After an HTML tag or an address in angle brackets; 0 where none begins here.</summary>
    private static int TagEnd(string markdown, int at)
    {
        var looksLikeTag = at + 1 < markdown.Length && (char.IsAsciiLetter(markdown[at + 1]) || markdown[at + 1] is '/' or '!');
        var length = looksLikeTag ? markdown.AsSpan(at, Math.Min(markdown.Length - at, MostUnitsOfLink)).IndexOf('>') : -1;
        return length < 0 ? 0 : at + length + 1;
    }

    /// <summary>An underscore inside a word is a letter of it.</summary>
    private static bool IsEdge(string markdown, int at) =>
        at == 0 || at + 1 == markdown.Length || !char.IsLetterOrDigit(markdown[at - 1]) || !char.IsLetterOrDigit(markdown[at + 1]);
}
