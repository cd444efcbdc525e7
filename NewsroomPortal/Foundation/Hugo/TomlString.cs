using System.Globalization;
using System.Text;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Spells strings and keys in TOML.</summary>
internal static class TomlString
{
    /// <summary>In single quotes where the neighbours are and the string can be; a string of several lines in one, so that it holds no file's own line endings.</summary>
    public static string Spell(string value, ValueStyle style) =>
        style is ValueStyle.SingleQuoted or ValueStyle.Literal && value.All(unit => unit != '\'' && !char.IsControl(unit)) ? $"'{value}'" : Basic(value);

    public static string Key(string name) => name.Length > 0 && name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_') ? name : Basic(name);

    private static string Basic(string value)
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
                _ when char.IsControl(unit) || unit == '\uFEFF' => spelled.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}"),
                _ => spelled.Append(unit),
            };
        }
        return spelled.Append('"').ToString();
    }
}
