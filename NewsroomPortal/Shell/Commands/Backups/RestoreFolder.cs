using System.Security.Cryptography;
using NewsroomPortal.Features.Publishing;

namespace NewsroomPortal.Shell.Commands.Backups;

/// <summary>An empty folder being filled: everything is written below <see cref="Staging"/> in it first, and put in place when it is whole.</summary>
internal sealed class RestoreFolder : IDisposable
{
    public const string Staging = ".restoring";

    private readonly string _folder;
    private readonly string _staged;

    /// <summary>Sweeps away what a killed restore left there.</summary>
    public RestoreFolder(string folder)
    {
        _folder = folder;
        _staged = Path.Combine(folder, Staging);
        Sweep();
        Directory.CreateDirectory(_staged);
    }

    /// <param name="path">Below the folder, with '/'; the caller knows that it leads nowhere else.</param>
    /// <returns>Whether the bytes are those that the backup was made of.</returns>
    public bool Write(string path, Stream bytes, BackedUpFile listed, DateTime changedUtc, UnixFileMode rights, CancellationToken cancel)
    {
        var full = Path.Combine(_staged, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        if (path.EndsWith('/'))
        {
            return true;
        }
        using (var file = new FileStream(full, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            if (!Copy(bytes, file, listed, cancel))
            {
                return false;
            }
            file.Flush(flushToDisk: !FolderSync.CanFlushAll);
        }
        File.SetLastWriteTimeUtc(full, changedUtc);
        if (rights != UnixFileMode.None && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(full, rights | UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        return true;
    }

    /// <summary>Puts everything in place, durably; the named entry last.</summary>
    public void Finish(string? last = null)
    {
        FolderSync.FlushAll(_folder, Directory.EnumerateDirectories(_staged, "*", SearchOption.AllDirectories).Prepend(_staged));
        foreach (var entry in new DirectoryInfo(_staged).GetFileSystemInfos().OrderBy(entry => entry.Name == last))
        {
            var place = Path.Combine(_folder, entry.Name);
            if (entry is DirectoryInfo folder)
            {
                folder.MoveTo(place);
            }
            else
            {
                File.Move(entry.FullName, place);
            }
        }
        Sweep();
        FolderSync.Flush(_folder);
    }

    public void Dispose() => Sweep();

    /// <summary>Never more than was listed: a forged archive must not fill the disk.</summary>
    private static bool Copy(Stream from, FileStream to, BackedUpFile listed, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (int read; to.Length <= listed.Length && (read = from.Read(buffer)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }
        return to.Length == listed.Length && Convert.ToHexStringLower(hash.GetHashAndReset()) == listed.Sha256;
    }

    private void Sweep()
    {
        if (Directory.Exists(_staged))
        {
            Directory.Delete(_staged, recursive: true);
        }
    }
}
