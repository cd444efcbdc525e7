using System.Globalization;
using System.Text;
using Markdig.Helpers;

namespace NewsroomPortal.Foundation.Rendering.Text;

/// <summary>Character references as Goldmark reads them.</summary>
static class Entities
{
    /// <summary>Reads the reference that starts with the <c>&amp;</c> at the start of the span.</summary>
    /// <returns>Its length and its characters, or a length of 0.</returns>
    public static (int Length, string Characters) Read(ReadOnlySpan<char> text)
    {
        if (text.Length > 2 && text[1] == '#')
            return text[2] is 'x' or 'X' ? ReadNumber(text, 3, 6, NumberStyles.AllowHexSpecifier) : ReadNumber(text, 2, 7, NumberStyles.None);
        var end = 1;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end == 1 || end == text.Length || text[end] != ';' || EntityHelper.DecodeEntity(text[1..end]) is not { } characters)
            return (0, "");
        return (end + 1, characters);
    }

    public static string Decode(string text)
    {
        if (!text.Contains('&'))
            return text;
        var decoded = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var (length, characters) = rest[0] == '&' ? Read(rest) : default;
            if (length > 0)
                decoded.Append(characters);
            else
                decoded.Append(rest[0]);
            rest = rest[Math.Max(1, length)..];
        }
        return decoded.ToString();
    }

    static (int, string) ReadNumber(ReadOnlySpan<char> text, int start, int mostDigits, NumberStyles style)
    {
        var end = start;
        while (end < text.Length && (style == NumberStyles.None ? char.IsAsciiDigit(text[end]) : char.IsAsciiHexDigit(text[end])))
            end++;
        if (end == start || end - start > mostDigits || end == text.Length || text[end] != ';')
            return (0, "");
        var value = int.Parse(text[start..end], style, CultureInfo.InvariantCulture);
        var rune = value != 0 && Rune.IsValid(value) ? new Rune(value) : Rune.ReplacementChar;
        return (end + 1, rune.ToString());
    }
}
