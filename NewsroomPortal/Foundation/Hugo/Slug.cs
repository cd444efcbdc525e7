using System.Globalization;
using System.Text;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>The part of an address that names one story: letters of any script, digits, <c>-</c> and <c>_</c>.</summary>
public static class Slug
{
    // With ".md" and a language it stays under the 255 bytes of a file's name.
    private const int MostBytes = 200;

    /// <summary>The word key of why this is no slug; null where it is one.</summary>
    public static string? Refusal(string slug)
    {
        if (slug.Length == 0)
            return "hugo.slug.empty";
        if (slug.EnumerateRunes().Any(rune => !IsAllowed(rune)))
            return "hugo.slug.character";
        if (slug[0] == '-' || slug[^1] == '-')
            return "hugo.slug.hyphen";
        return Encoding.UTF8.GetByteCount(slug) > MostBytes ? "hugo.slug.too-long" : null;
    }

    /// <summary>The slug of a day's n-th story, <c>20250214-3</c>; the day is of the newsroom's own zone.</summary>
    public static string Default(DateOnly day, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-{number}");

    private static bool IsAllowed(Rune rune) =>
        rune.Value is '-' or '_' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
