using System.Globalization;
using System.Text;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Spells a string in a style of YAML, or says that the style cannot hold it.</summary>
internal static class YamlScalar
{
    /// <summary>Unquoted; only a string that YAML 1.1 reads as this string, also inside <c>[ ]</c>.</summary>
    public static string? Plain(string value) =>
        value.Length > 0 && IsPlainSyntax(value) && YamlTypes.Resolve(value).Kind == ValueKind.Text ? value : null;

    /// <summary>As <see cref="Plain"/>, and dates too.</summary>
    public static string? PlainDate(string value) =>
        value.Length > 0 && IsPlainSyntax(value) && YamlTypes.Resolve(value).Kind is ValueKind.Text or ValueKind.Date ? value : null;

    public static string? SingleQuoted(string value) =>
        value.All(IsPrintable) ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'" : null;

    public static string DoubleQuoted(string value)
    {
        var spelled = new StringBuilder(value.Length + 2).Append('"');
        foreach (var unit in value)
        {
            spelled = unit switch
            {
                '"' or '\\' => spelled.Append('\\').Append(unit),
                '\n' => spelled.Append("\\n"),
                '\r' => spelled.Append("\\r"),
                '\t' => spelled.Append("\\t"),
                _ when IsPrintable(unit) => spelled.Append(unit),
                _ => spelled.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}"),
            };
        }
        return spelled.Append('"').ToString();
    }

    /// <summary>
    /// A block scalar, <c>|</c> or <c>></c>, without the last line's break. Null where a quoted form is the safer one: odd line
    /// breaks, several at the end, or lines that a folded block would not fold.
    /// Its lines are indented by <c>indent</c>, which has <c>deeper</c> blanks more than the key's.
    /// </summary>
    public static string? Block(string value, bool folded, string indent, int deeper, string lineBreak)
    {
        var lines = value.Split('\n');
        var endsLine = value.EndsWith('\n');
        if (endsLine)
            lines = lines[..^1];
        if (lines[^1].Length == 0 || deeper is < 1 or > 9 || !value.All(unit => unit == '\n' || IsPrintable(unit)))
            return null;
        if (folded && lines.Any(line => line.Length == 0 || line[0] == ' '))
            return null;

        // Without the number, leading blanks of the first line with text would be taken for indentation.
        var number = lines.First(line => line.Length > 0)[0] == ' ' ? deeper.ToString(CultureInfo.InvariantCulture) : "";
        var head = (folded ? ">" : "|") + number + (endsLine ? "" : "-");
        var between = folded ? lineBreak + lineBreak : lineBreak;
        return head + lineBreak + string.Join(between, lines.Select(line => line.Length == 0 ? "" : indent + line));
    }

    private static bool IsPlainSyntax(string value) =>
        value.All(IsPrintable)
        && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1])
        && !"-?:,[]{}#&*!|>'\"%@`=<~.".Contains(value[0], StringComparison.Ordinal)
        && value[^1] != ':'
        && value.AsSpan().IndexOfAny(",[]{}") < 0
        && !value.Contains(": ", StringComparison.Ordinal)
        && !value.Contains(" #", StringComparison.Ordinal);

    /// <summary>What may stand in a file as itself: YAML's printable characters without tabs and line breaks, halves of pairs among them.</summary>
    private static bool IsPrintable(char unit) =>
        unit is >= ' ' and <= '~' or >= '\u00A0' and <= '\uFFFD' and not ('\u2028' or '\u2029' or '\uFEFF');
}
