namespace NewsroomPortal.Foundation.Data;

/// <summary>The folder that holds everything of the newsroom: database, keys, and the site unless that is set elsewhere.</summary>
public sealed class DataFolder : IDisposable
{
    public const string DatabaseName = "newsroom.db";
    public const string LockName = "newsroom.lock";
    public const string SiteName = "site";

    /// <summary>The folder of what is built to be looked at; nothing in it outlives the process.</summary>
    public const string PreviewsName = "preview";

    /// <summary>What a file's name begins with that only tries whether the folder can be written.</summary>
    public const string ProbePrefix = ".write-";

    private FileStream? _lock;

    /// <param name="path">Absolute, or relative to the current folder. Made when it does not exist.</param>
    /// <exception cref="DataFolderException">The folder cannot be made or written; the message says what to do.</exception>
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path);
            var probe = System.IO.Path.Combine(Path, $"{ProbePrefix}{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(
                $"The data folder {Path} cannot be written ({problem.Message}). Give another with --data FOLDER, or mend its rights.", problem);
        }
    }

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, DatabaseName);

    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string Previews => System.IO.Path.Combine(Path, PreviewsName);

    public string DefaultSite => System.IO.Path.Combine(Path, SiteName);

    /// <summary>Takes the folder for this process alone, until disposed: the change log has one authority.</summary>
    /// <exception cref="DataFolderException">Another process has it.</exception>
    public void Claim()
    {
        try
        {
            _lock ??= new FileStream(System.IO.Path.Combine(Path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem)
        {
            throw new DataFolderException(
                $"The data folder {Path} is in use by another process. Stop the portal that uses it, or give another with --data FOLDER.", problem);
        }
    }

    public void Dispose() => _lock?.Dispose();
}

/// <summary>The data folder or its database cannot be used; the message is one line that says what to do.</summary>
public sealed class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);
