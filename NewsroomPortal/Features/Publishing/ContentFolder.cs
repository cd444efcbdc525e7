using System.Text;
using NewsroomPortal.Features.Articles;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// The files below one folder: a Hugo site's, or the one exported to. Paths are relative, with '/'. Nothing outside the folder is read
/// or written, links inside it included. A file is put by a rename, so that Hugo sees the old or the new one, never a part.
/// </summary>
public sealed class ContentFolder(string root)
{
    // Below the root, so that the rename stays on one file system; outside content, since Hugo would publish what lies there.
    private const string Staging = ".newsroom";

    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>The file's bytes, or null where there is none.</summary>
    /// <exception cref="ContentFolderException">The path leads out of the folder, or the file cannot be read.</exception>
    public byte[]? Read(string path)
    {
        var full = Locate(path);
        return Try(path, () => File.Exists(full) ? OrdinaryFile.Read(full) : null);
    }

    /// <summary>SHA-256 of the file's bytes, lower-case hex, or null where there is none.</summary>
    public string? Hash(string path) => Read(path) is { } bytes ? TextHash.Of(bytes) : null;

    /// <summary>The names in the path's folder that mean the same file where case or Unicode form does not count, the path's own first.</summary>
    public IReadOnlyList<string> Twins(string path)
    {
        var name = Path.GetFileName(Locate(path));
        return [.. NamesBeside(path).Where(other => Fold(other) == Fold(name)).OrderByDescending(other => other == name)];
    }

    /// <summary>The names of files and folders in the path's folder.</summary>
    public IReadOnlyList<string> NamesBeside(string path)
    {
        var folder = Path.GetDirectoryName(Locate(path))!;
        return Try(path, () => Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).ToList() : []);
    }

    /// <summary>Writes the bytes beside the content, durably, so that putting them in place afterwards can hardly fail.</summary>
    /// <exception cref="ContentFolderException">The disk is full, or the folder cannot be written.</exception>
    public StagedFile Stage(byte[] bytes) => Stage(bytes, flush: true);

    /// <summary>Puts a staged file at its path, over what is there, durably.</summary>
    public void Put(StagedFile staged, string path)
    {
        var folder = Move(staged, path, overwrite: true);
        Try(path, () => FolderSync.Flush(folder));
    }

    /// <summary>
    /// Puts many files where none are, with a few flushes instead of two a file: that is what an import waits for. Each comes back with what
    /// was in its way, or null.
    /// </summary>
    public IReadOnlyList<ContentFolderException?> PutMany(IReadOnlyList<(string Path, byte[] Bytes)> files)
    {
        if (files.Count == 0)
        {
            return [];
        }
        var staged = new List<StagedFile>();
        try
        {
            staged.AddRange(files.Select(file => Stage(file.Bytes, flush: !FolderSync.CanFlushAll)));
            Try(Staging, () => FolderSync.FlushAll(Root, []));
            var folders = new HashSet<string>();
            var problems = staged.Zip(files, (file, wanted) => Problem(() => folders.Add(Move(file, wanted.Path, overwrite: false)))).ToList();
            Try(Staging, () => FolderSync.FlushAll(Root, folders));
            return problems;
        }
        catch (ContentFolderException problem)
        {
            return [.. files.Select(_ => problem)];
        }
        finally
        {
            staged.ForEach(file => file.Dispose());
        }
    }

    /// <summary>Writes a file straight to its path: for a folder that no Hugo reads meanwhile.</summary>
    public void Write(string path, byte[] bytes)
    {
        var full = Locate(path);
        Try(path, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            OrdinaryFile.Write(full, bytes);
        });
    }

    /// <summary>Takes the file away, durably; nothing happens where there is none.</summary>
    public void Remove(string path)
    {
        var full = Locate(path);
        Try(path, () =>
        {
            if (File.Exists(full))
            {
                File.Delete(full);
                FolderSync.Flush(Path.GetDirectoryName(full)!);
            }
        });
    }

    /// <summary>Takes away what a killed process left staged.</summary>
    public void Sweep() => Try(Staging, () =>
    {
        var folder = Path.Combine(Root, Staging);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    });

    private StagedFile Stage(byte[] bytes, bool flush)
    {
        var folder = Path.Combine(Root, Staging);
        var staged = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
        return Try(Staging, () =>
        {
            Directory.CreateDirectory(folder);
            using var file = new FileStream(staged, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            file.Write(bytes);
            file.Flush(flush);
            return new StagedFile(staged, TextHash.Of(bytes));
        });
    }

    /// <summary>The folder that the file is in now.</summary>
    private string Move(StagedFile staged, string path, bool overwrite)
    {
        var full = Locate(path);
        var folder = Path.GetDirectoryName(full)!;
        Try(path, () =>
        {
            MakeFolder(folder);
            File.Move(staged.Path, full, overwrite);
        });
        return folder;
    }

    private static ContentFolderException? Problem(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (ContentFolderException problem)
        {
            return problem;
        }
    }

    /// <summary>The same for names that some file system takes for one.</summary>
    internal static string Fold(string name) => name.Normalize(NormalizationForm.FormC).ToUpperInvariant();

    /// <summary>The path on the disk, links resolved on the way.</summary>
    private string Locate(string path)
    {
        var steps = path.Split('/');
        if (path.Contains('\\', StringComparison.Ordinal) || steps.Any(step => step is "" or "." or ".." || step.Contains('\0', StringComparison.Ordinal)))
        {
            throw new ContentFolderException($"'{path}' is no path below {Root}.");
        }
        var home = Resolve(new DirectoryInfo(Root));
        var at = home;
        foreach (var step in steps)
        {
            var next = Path.Combine(at, step);
            at = Resolve(Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next));
            if (!at.StartsWith(home + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new ContentFolderException($"'{path}' leads out of {Root}, through a link to {at}. Replace the link with a folder.");
            }
        }
        return at;
    }

    private static string Resolve(FileSystemInfo entry) => Path.TrimEndingDirectorySeparator(
        (entry.LinkTarget is null ? entry : entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry).FullName);

    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }
        var parent = Path.GetDirectoryName(folder)!;
        MakeFolder(parent);
        Directory.CreateDirectory(folder);
        FolderSync.Flush(parent);
    }

    private void Try(string path, Action work) => Try(path, () =>
    {
        work();
        return path;
    });

    private T Try<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ContentFolderException($"'{path}' in {Root}: {problem.Message}", problem);
        }
    }
}

/// <summary>Bytes that lie on the disk, not yet at their path. Disposing takes away what was not put.</summary>
public sealed record StagedFile(string Path, string Sha256) : IDisposable
{
    public void Dispose() => File.Delete(Path);
}

/// <summary>A file of the site cannot be read or written; the message is one line that names it.</summary>
public sealed class ContentFolderException(string message, Exception? inner = null) : Exception(message, inner);
