using System.Globalization;
using NewsroomPortal.Features.Editing.History;

namespace NewsroomPortal.Features.Desk.History;

/// <summary>Times as the history writes them, in the newsroom's zone.</summary>
internal static class HistoryTimes
{
    public static string Moment(DateTime utc, TimeZoneInfo zone) => Write(utc, zone, "yyyy-MM-dd HH:mm:ss");

    public static string Minute(DateTime utc, TimeZoneInfo zone) => Write(utc, zone, "yyyy-MM-dd HH:mm");

    /// <summary>From a group's first change to its last; one time where they are in the same minute.</summary>
    public static string Stretch(ChangeGroup group, TimeZoneInfo zone)
    {
        var (from, to) = (Minute(group.FromUtc, zone), Minute(group.ToUtc, zone));
        return from == to ? from : from[..10] == to[..10] ? $"{from}–{to[11..]}" : $"{from} – {to}";
    }

    private static string Write(DateTime utc, TimeZoneInfo zone, string form) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString(form, CultureInfo.InvariantCulture);
}
