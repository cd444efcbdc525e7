using System.IO.Compression;

namespace NewsroomPortal.Tests.Shell.Commands.Backups;

/// <summary>A zip as its entries, and back.</summary>
internal static class ZipFiles
{
    public static Dictionary<string, byte[]> Read(Stream file)
    {
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        return zip.Entries.ToDictionary(entry => entry.FullName, Bytes);
    }

    public static Dictionary<string, byte[]> Read(string path)
    {
        using var file = File.OpenRead(path);
        return Read(file);
    }

    public static void Write(string path, Dictionary<string, byte[]> files)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in files)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
