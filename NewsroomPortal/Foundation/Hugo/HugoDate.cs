using System.Globalization;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// Dates as Hugo reads them (spf13/cast, <c>StringToDateInDefaultLocation</c>; tried with Hugo 0.111) and as the newsroom writes
/// them. What Hugo does not know it drops without a word: the story then has no date.
/// </summary>
public static class HugoDate
{
    private const string Seconds = "H:mm:ss.FFFFFFF";

    // A zone by name ("GMT", "HKT") says nothing to Hugo: such a time is taken as the site's own.
    private static readonly string[] WithoutZone =
    [
        "yyyy-MM-dd", $"yyyy-MM-dd {Seconds}", $"yyyy-MM-dd'T'{Seconds}", "dd MMM yyyy", $"ddd MMM d {Seconds} yyyy", $"ddd MMM  d {Seconds} yyyy",
        $"ddd, dd MMM yyyy {Seconds} 'GMT'", $"ddd, dd MMM yyyy {Seconds} 'UTC'", $"ddd, dd MMM yyyy {Seconds} 'HKT'",
    ];

    private static readonly string[] WithZone =
    [
        $"yyyy-MM-dd'T'{Seconds}zzz", $"yyyy-MM-dd {Seconds}zzz", $"yyyy-MM-dd {Seconds} zzz", $"ddd, dd MMM yyyy {Seconds} zzz",
    ];

    /// <summary>What a field's date means to Hugo, or null where there is none or Hugo drops it.</summary>
    /// <param name="text">As the field holds it; a whole number is seconds since 1970.</param>
    /// <param name="site">The site's zone, for a date without one; null where the site sets none, and Hugo takes UTC.</param>
    public static DateTimeOffset? Read(string text, TimeZoneInfo? site)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return seconds is >= -62_135_596_800 and <= 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        if (DateTime.TryParseExact(text, WithoutZone, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return At(local, site ?? TimeZoneInfo.Utc);
        var zoned = text.EndsWith('Z') ? text[..^1] + "+00:00" : WithColon(text);
        return DateTimeOffset.TryParseExact(zoned, WithZone, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
    }

    /// <summary>There is a text that Hugo does not know for a date: it says nothing, and the story has none.</summary>
    public static bool IsDropped(string text) => text.Length > 0 && Read(text, null) is null;

    /// <summary>For a site whose zone is known: <c>yyyy-MM-dd HH:mm:ss</c> in that zone, as the newsroom's own files have it.</summary>
    public static string Write(DateTimeOffset moment, TimeZoneInfo site) =>
        TimeZoneInfo.ConvertTime(moment, site).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>For a site whose zone is not known: with the offset of the newsroom's zone, so that Hugo does not take a story of now for one of tomorrow.</summary>
    public static string WriteWithOffset(DateTimeOffset moment, TimeZoneInfo newsroom) =>
        TimeZoneInfo.ConvertTime(moment, newsroom).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Null where the moment would lie before the year 1 or after 9999 in UTC.</summary>
    private static DateTimeOffset? At(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(local);
        return local.Ticks - offset.Ticks is var utc && utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks ? new DateTimeOffset(local, offset) : null;
    }

    /// <summary>.NET wants <c>+08:00</c> where Hugo also takes <c>+0800</c>.</summary>
    private static string WithColon(string text) =>
        text is [.., '+' or '-', _, _, _, _] && text.AsSpan(text.Length - 4).IndexOfAnyExceptInRange('0', '9') < 0 ? text.Insert(text.Length - 2, ":") : text;
}
