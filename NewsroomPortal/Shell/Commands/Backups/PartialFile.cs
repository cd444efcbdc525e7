using NewsroomPortal.Features.Publishing;

namespace NewsroomPortal.Shell.Commands.Backups;

/// <summary>A file being written under another name beside its own: under its own name there is the whole or nothing. Its owner alone may read it.</summary>
internal sealed class PartialFile : IDisposable
{
    // A database and what SQLite puts beside it.
    private static readonly string[] OfDatabase = ["", "-journal", "-wal", "-shm"];

    private readonly string _partial;

    public PartialFile(string path)
    {
        Path = path;
        _partial = path + ".partial";
        DatabaseCopy = path + ".partial.db";
        // First: it fails where another backup is being written under this name.
        Stream = Create(_partial);
        DeleteDatabase();
        Create(DatabaseCopy).Dispose();
    }

    public string Path { get; }

    public FileStream Stream { get; }

    /// <summary>An empty file that goes with this.</summary>
    public string DatabaseCopy { get; }

    /// <summary>Durably.</summary>
    public void Finish()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_partial, Path, overwrite: false);
        FolderSync.Flush(System.IO.Path.GetDirectoryName(Path)!);
    }

    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        finally
        {
            // On a full disk, what could not be written stays unwritten.
            File.Delete(_partial);
            DeleteDatabase();
        }
    }

    private void DeleteDatabase()
    {
        foreach (var end in OfDatabase)
        {
            File.Delete(DatabaseCopy + end);
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(path, options);
    }
}
