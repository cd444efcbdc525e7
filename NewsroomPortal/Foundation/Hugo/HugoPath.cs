using System.Globalization;
using System.Text;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Paths of addresses as Hugo 0.111 makes them (<c>helpers/path.go</c>, <c>helpers/url.go</c>, Go's <c>path</c> and <c>net/url</c>).</summary>
internal static class HugoPath
{
    private const string Kept = "./\\_#+~-@";

    // What Go leaves as it is where a whole path is made of it, and what it never escapes.
    private const string Valid = "!$&'()*+,;=:@[]/-._~";
    private const string Unescaped = "$&+,/:;=@-._~";

    /// <summary>Letters, digits, marks and a few signs stay; blanks become one hyphen; all else goes.</summary>
    public static string Sanitize(string text, bool lower, bool withoutAccents)
    {
        var made = new StringBuilder();
        var (owesHyphen, wasHyphen) = (false, false);
        foreach (var rune in (withoutAccents ? WithoutAccents(text) : text).EnumerateRunes())
        {
            if (IsKept(rune))
            {
                wasHyphen = rune.Value == '-';
                if (owesHyphen && !wasHyphen)
                    made.Append('-');
                owesHyphen = false;
                made.Append(rune.ToString());
            }
            else if (made.Length > 0 && !wasHyphen && Rune.IsWhiteSpace(rune))
            {
                owesHyphen = true;
            }
        }
        return lower ? made.ToString().ToLowerInvariant() : made.ToString();
    }

    /// <summary>Go's <c>path.Join</c>, but a last <c>/</c> stays.</summary>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        var joined = Clean(string.Join('/', parts.ToArray().Where(part => part.Length > 0)));
        return parts[^1].EndsWith('/') && !joined.EndsWith('/') ? joined + "/" : joined;
    }

    /// <summary>As it stands in a link: UTF-8 in per cents.</summary>
    public static string Escape(string path)
    {
        if (path.All(unit => char.IsAsciiLetterOrDigit(unit) || Valid.Contains(unit, StringComparison.Ordinal)))
            return path;
        var escaped = new StringBuilder();
        foreach (var unit in Encoding.UTF8.GetBytes(path))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || Unescaped.Contains((char)unit, StringComparison.Ordinal))
                escaped.Append((char)unit);
            else
                escaped.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
        }
        return escaped.ToString();
    }

    private static bool IsKept(Rune rune) =>
        rune.IsAscii && Kept.Contains((char)rune.Value, StringComparison.Ordinal) || Rune.IsLetter(rune) || Rune.IsDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static string WithoutAccents(string text) => string.Concat(text.Normalize(NormalizationForm.FormD).EnumerateRunes()
        .Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark).Select(rune => rune.ToString())).Normalize(NormalizationForm.FormC);

    private static string Clean(string path)
    {
        var isRooted = path.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in path.Split('/').Where(part => part is not ("" or ".")))
        {
            if (part != ".." || !isRooted && parts is [] or [.., ".."])
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        }
        return (isRooted ? "/" : "") + string.Join('/', parts);
    }
}
