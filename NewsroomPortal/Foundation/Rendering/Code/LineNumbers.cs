using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsroomPortal.Foundation.Rendering.Code;

/// <summary>What a fence's braces say about the numbers of its lines: <c>{linenos=table, linenostart=7, hl_lines=["2"], anchorlinenos=true, lineanchors=a}</c>.</summary>
/// <param name="Start">The first line's number.</param>
/// <param name="IsTable">In a column of their own, so that a copy leaves them out.</param>
/// <param name="MarksLines">Whether some lines stand out.</param>
/// <param name="Anchors">What the id of each number begins with, or null.</param>
sealed partial record LineNumbers(int Start, bool IsTable, bool MarksLines, string? Anchors)
{
    /// <param name="braces">As written, or null.</param>
    /// <param name="ordinal">How many fences the text has before this one.</param>
    public static LineNumbers? Of(string? braces, int ordinal)
    {
        if (braces is null || !braces.Contains('}') || Value("linenos", braces) is not { } numbers || numbers is "false" or "0")
            return null;
        var start = int.TryParse(Value("linenostart", braces), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var isTable = numbers == "table" || (numbers != "inline" && Value("lineNumbersInTable", braces) != "false");
        var anchors = Value("anchorlinenos", braces) == "true" ? Value("lineanchors", braces) ?? $"hl-{ordinal}" : null;
        return new LineNumbers(start, isTable, MarkedLines().IsMatch(braces), anchors);
    }

    /// <summary>As wide as the last of so many.</summary>
    public string Number(int index, int count)
    {
        var width = (Start + (long)count - 1).ToString(CultureInfo.InvariantCulture).Length;
        return (Start + (long)index).ToString(CultureInfo.InvariantCulture).PadLeft(width);
    }

    static string? Value(string name, string braces)
    {
        foreach (Match match in Setting().Matches(braces))
        {
            if (match.Groups[1].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                return match.Groups[2].Value;
        }
        return null;
    }

    [GeneratedRegex("([a-zA-Z_]+)\\s*=\\s*\"?([-a-zA-Z0-9_:.]+)")]
    private static partial Regex Setting();

    [GeneratedRegex("hl_lines\\s*=[\\s\\[\"]*[0-9]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MarkedLines();
}
