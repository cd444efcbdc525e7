using NewsroomPortal.Features.Publishing;

namespace NewsroomPortal.Shell.Commands.Backups;

/// <summary>The files below a folder. Links are not followed, and what is no file (pipes, sockets) is not read.</summary>
/// <param name="apart">Absolute paths of folders that are left out, with what is in them.</param>
public sealed class FolderWalk(string folder, params string[] apart)
{
    // What writers put beside the files before they take their place.
    private static readonly string[] Passing = [".newsroom", RestoreFolder.Staging];

    private readonly HashSet<string> _apart = [.. apart.Select(path => Path.TrimEndingDirectorySeparator(path))];
    private readonly List<string> _links = [];
    private readonly List<string> _others = [];

    /// <summary>Relative paths of links that were passed by, with '/'.</summary>
    public IReadOnlyList<string> Links => _links;

    /// <summary>Likewise, of what is no file.</summary>
    public IReadOnlyList<string> Others => _others;

    /// <summary>Relative paths with '/'; an empty folder's own, ending in one, for to Hugo an empty folder is not the same as none.</summary>
    public IEnumerable<string> Files() => Directory.Exists(folder) ? Files(new DirectoryInfo(folder), "") : [];

    private IEnumerable<string> Files(DirectoryInfo at, string prefix)
    {
        foreach (var entry in Entries(at))
        {
            var path = prefix + entry.Name;
            if (entry.LinkTarget is not null)
            {
                _links.Add(path);
            }
            else if (entry is FileInfo)
            {
                if (OrdinaryFile.Is(entry.FullName))
                {
                    yield return path;
                }
                else
                {
                    _others.Add(path);
                }
            }
            else if (!_apart.Contains(entry.FullName) && !Passing.Contains(entry.Name))
            {
                foreach (var file in Files((DirectoryInfo)entry, path + "/").DefaultIfEmpty(path + "/"))
                {
                    yield return file;
                }
            }
        }
    }

    private static List<FileSystemInfo> Entries(DirectoryInfo folder)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            // Taken away meanwhile.
            return [];
        }
    }
}
