using System.Diagnostics;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>
/// What one run of Hugo may take. A theme or an article can write without end: Hugo keeps a page in memory until it is whole, so both its
/// memory and its folder are looked at while it runs.
/// </summary>
public static class BuildLimits
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public const int MostMegabytes = 256;
    public const int MostFiles = 20_000;

    /// <summary>All that is kept for those who look at true previews now.</summary>
    public const int MostMegabytesKept = 1024;

    private const int MostMegabytesOfMemory = 1024;
    private const long Megabyte = 1 << 20;

    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Why it must end; null while it may go on.</summary>
    public static Refusal? Broken(Process process, TimeSpan running, string folder)
    {
        process.Refresh();
        return running > Longest ? new("publishing.true.tooLong", Longest.TotalSeconds)
            : !process.HasExited && process.WorkingSet64 > MostMegabytesOfMemory * Megabyte ? new("publishing.true.tooMuchMemory", MostMegabytesOfMemory)
            : Broken(folder);
    }

    /// <summary>Why what was written must not stay; null where it may.</summary>
    public static Refusal? Broken(string folder)
    {
        var (bytes, files) = Measure(folder);
        return bytes > MostMegabytes * Megabyte ? new("publishing.true.tooBig", MostMegabytes)
            : files > MostFiles ? new("publishing.true.tooMany", MostFiles)
            : null;
    }

    public static bool IsFull(IEnumerable<string> folders) => folders.Sum(folder => Measure(folder).Bytes) > MostMegabytesKept * Megabyte;

    /// <summary>No further than the limits, since this is asked again and again; files that go away meanwhile count for nothing.</summary>
    private static (long Bytes, int Files) Measure(string folder)
    {
        var (bytes, files) = (0L, 0);
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", All).Take(MostFiles + 1))
            {
                files++;
                bytes += file.Exists ? file.Length : 0;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It is being written, or was just let go.
        }
        return (bytes, files);
    }
}
