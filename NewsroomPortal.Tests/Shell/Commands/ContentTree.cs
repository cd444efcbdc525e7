using System.Text;

namespace NewsroomPortal.Tests.Shell.Commands;

/// <summary>Files by their relative paths, written below a folder and read back.</summary>
internal static class ContentTree
{
    public static void Write(string folder, Dictionary<string, byte[]> files)
    {
        foreach (var (path, bytes) in files)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, bytes);
        }
    }

    public static Dictionary<string, byte[]> Read(string folder, string pattern = "*.md") =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes);

    public static byte[] Bytes(this string text) => Encoding.UTF8.GetBytes(text);
}
