namespace NewsroomPortal.Shell.Commands.Backups;

/// <summary>Times as a zip keeps them: without a zone, so UTC is written, and only from 1980 to 2107.</summary>
internal static class ZipTime
{
    private static readonly DateTime First = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Last = new(2107, 12, 31, 23, 59, 58, DateTimeKind.Utc);

    public static DateTimeOffset Write(DateTime utc) => new(utc < First ? First : utc > Last ? Last : utc);

    public static DateTime Read(DateTimeOffset time) => DateTime.SpecifyKind(time.DateTime, DateTimeKind.Utc);
}
