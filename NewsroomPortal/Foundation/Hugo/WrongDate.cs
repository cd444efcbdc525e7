using System.Globalization;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What somebody meant by a date that Hugo drops: without seconds, with slashes, or as it is written in Chinese. Day before month, as in Hong Kong.</summary>
public static class WrongDate
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy年M月d日"];
    private static readonly string[] Times = ["", " H:mm", " H:mm:ss", "'T'H:mm", "'T'H:mm:ss"];
    private static readonly string[] Forms = [.. Days.SelectMany(day => Times.Select(time => day + time))];

    /// <summary>By the clock on the wall; null where it cannot be told.</summary>
    public static DateTime? Guess(string text) =>
        DateTime.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;
}
