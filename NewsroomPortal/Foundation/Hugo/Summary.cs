using System.Globalization;
using System.Text;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>A summary out of a story's own text.</summary>
public static class Summary
{
    /// <summary>In text elements: what a reader counts as characters.</summary>
    public const int MostCharacters = 160;

    // Of one paragraph's Markdown: far more than a summary's characters and the addresses of their links.
    private const int MostUnits = 4000;

    /// <summary>The first real paragraph as plain text: no heading, picture, list, quote, code, or line that is only a date. Empty where there is none.</summary>
    public static string FromFirstParagraph(string body)
    {
        foreach (var block in Blocks(body))
        {
            var text = PlainText.Of(Cut(block));
            if (text.Length > 0 && !IsDateAlone(text))
                return Shorten(text);
        }
        return "";
    }

    /// <summary>Paragraphs of Markdown, joined to one line each.</summary>
    private static IEnumerable<string> Blocks(string body)
    {
        var lines = new List<string>();
        var fence = "";
        foreach (var line in body.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var trimmed = line.Trim();
            if (fence.Length > 0)
            {
                fence = trimmed.StartsWith(fence, StringComparison.Ordinal) ? "" : fence;
                continue;
            }
            if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal))
                fence = trimmed[..3];
            else if (lines.Count > 0 && IsUnderline(trimmed))
                lines.Clear();
            else if (trimmed.Length > 0 && !StartsOtherBlock(line, trimmed, lines.Count == 0))
                lines.Add(trimmed);
            else if (lines.Count > 0)
            {
                yield return Join(lines);
                lines.Clear();
            }
        }
        if (lines.Count > 0)
            yield return Join(lines);
    }

    /// <summary>Never inside a surrogate pair.</summary>
    private static string Cut(string block) =>
        block.Length <= MostUnits ? block : block[..(char.IsHighSurrogate(block[MostUnits - 1]) ? MostUnits - 1 : MostUnits)];

    private static bool IsUnderline(string trimmed) =>
        trimmed.Length > 0 && (trimmed.Trim('=').Length == 0 || trimmed.Trim('-').Length == 0);

    private static bool StartsOtherBlock(string line, string trimmed, bool isFirst) =>
        trimmed[0] is '#' or '>' or '|' or '<'
        || trimmed.Trim('-', '*', '_', ' ').Length == 0
        || trimmed is ['-' or '*' or '+', ' ' or '\t', ..]
        || trimmed.StartsWith("{{", StringComparison.Ordinal)
        || IsNumbered(trimmed)
        || isFirst && (line[0] == '\t' || line.StartsWith("    ", StringComparison.Ordinal));

    private static bool IsNumbered(string trimmed)
    {
        var digits = trimmed.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 10 && digits + 1 < trimmed.Length && trimmed[digits] is '.' or ')' && trimmed[digits + 1] == ' ';
    }

    /// <summary>Lines of Han characters join without a blank.</summary>
    private static string Join(List<string> lines)
    {
        var joined = new StringBuilder();
        foreach (var line in lines)
        {
            if (joined.Length > 0 && !(IsWide(joined[^1]) && IsWide(line[0])))
                joined.Append(' ');
            joined.Append(line.TrimEnd('\\'));
        }
        return joined.ToString();
    }

    private static bool IsWide(char unit) => unit >= '\u2E80';

    private static bool IsDateAlone(string text) =>
        text.Length <= 40 && text.Any(char.IsDigit)
        && text.All(unit => char.IsDigit(unit) || char.IsWhiteSpace(unit) || "年月日號時分秒星期一二三四五六（）()-/.:：,".Contains(unit, StringComparison.Ordinal));

    private static string Shorten(string text)
    {
        var elements = StringInfo.ParseCombiningCharacters(text);
        return elements.Length <= MostCharacters ? text : text[..elements[MostCharacters - 1]].TrimEnd() + "…";
    }
}
