using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace NewsroomPortal.Shell.Commands.Backups;

/// <summary>A backup being written: files are added one after the other, the manifest comes last.</summary>
public sealed class Archive(Stream file, CancellationToken cancel) : IDisposable
{
    private const UnixFileMode Rights = (UnixFileMode)0b111_111_111;

    private readonly ZipArchive _zip = new(file, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<BackedUpFile> _files = [];

    public IReadOnlyList<BackedUpFile> Files => _files;

    /// <summary>A file, or an empty folder where the path ends in '/'. Nothing happens where it was taken away meanwhile.</summary>
    public void AddIfThere(string path, FileInfo file)
    {
        if (path.EndsWith('/'))
        {
            Add(path, [], DateTime.UtcNow);
            return;
        }
        try
        {
            Add(path, file);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            // Opened before its entry is made: nothing of it is in the archive.
        }
    }

    public void Add(string path, FileInfo file)
    {
        using var bytes = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Add(path, bytes, file.LastWriteTimeUtc, OperatingSystem.IsWindows() ? null : file.UnixFileMode);
    }

    public void Add(string path, byte[] bytes, DateTime changedUtc)
    {
        using var stream = new MemoryStream(bytes);
        Add(path, stream, changedUtc, mode: null);
    }

    public void Finish(string program, string schema, DateTime begunUtc)
    {
        using var manifest = _zip.CreateEntry(BackupManifest.Name).Open();
        JsonSerializer.Serialize(manifest, new BackupManifest(BackupManifest.Known, program, schema, begunUtc, _files));
    }

    /// <summary>A file's rights as they are kept; none where the backup was made on Windows.</summary>
    public static UnixFileMode RightsOf(ZipArchiveEntry entry) => (UnixFileMode)(entry.ExternalAttributes >> 16) & Rights;

    public void Dispose() => _zip.Dispose();

    private void Add(string path, Stream bytes, DateTime changedUtc, UnixFileMode? mode)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = ZipTime.Write(changedUtc);
        if (mode is { } rights)
        {
            // A zip keeps Unix rights in the upper half.
            entry.ExternalAttributes = (int)(rights & Rights) << 16;
        }
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var into = entry.Open();
        var buffer = new byte[1 << 16];
        var length = 0L;
        for (int read; (read = bytes.Read(buffer)) > 0; length += read)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
            into.Write(buffer, 0, read);
        }
        _files.Add(new BackedUpFile(path, Convert.ToHexStringLower(hash.GetHashAndReset()), length));
    }
}
