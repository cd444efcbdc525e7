using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Shell.Commands.Backups;

/// <summary>Where a newsroom's files lie, by its settings alone: nothing is made or locked, so that a portal may be running.</summary>
public sealed class NewsroomFolders(NewsroomSettings settings)
{
    /// <summary>Absolute, as all that follow.</summary>
    public string Data { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(settings.Data));

    public string Database => Path.Combine(Data, DataFolder.DatabaseName);

    /// <summary>Where the site lies unless the settings say otherwise.</summary>
    public string UnusedSite => Path.Combine(Data, DataFolder.SiteName);

    /// <summary>What is in it is nobody's work.</summary>
    public string Previews => Path.Combine(Data, DataFolder.PreviewsName);

    public string Site => Path.TrimEndingDirectorySeparator(Path.GetFullPath(settings.Site ?? UnusedSite));

    /// <summary>Whether a file of the data folder, by its path in it, belongs to the newsroom, and not only to a running process.</summary>
    public static bool IsKept(string path) =>
        path != DataFolder.LockName && !path.StartsWith(DataFolder.DatabaseName, StringComparison.Ordinal) && !path.StartsWith(DataFolder.ProbePrefix, StringComparison.Ordinal);

    /// <summary>Which of the two folders a path lies in; null: in neither.</summary>
    public string? Holds(string path) => new[] { Data, Site }.FirstOrDefault(folder => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <summary>What lies in a folder that is to be restored into; null: it is empty, or is not there.</summary>
    public string? FirstIn(string folder) => !Directory.Exists(folder) ? null : Directory.EnumerateFileSystemEntries(folder)
        .Where(entry => Path.GetFileName(entry) is not (DataFolder.LockName or RestoreFolder.Staging))
        .Select(entry => entry == Site || entry == Data ? FirstIn(entry) : entry)
        .FirstOrDefault(entry => entry is not null);
}
