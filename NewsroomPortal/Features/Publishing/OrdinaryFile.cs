using System.Runtime.InteropServices;
using System.Text;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// Tells files from named pipes, sockets and devices, which .NET does not: opening a pipe waits for whoever writes to it, for ever.
/// </summary>
internal static class OrdinaryFile
{
    // statx(2) has the same layout on every kind of machine, unlike stat.
    private const int AtCurrentFolder = -100;
    private const int SymlinkNoFollow = 0x100;
    private const uint TypeWanted = 1;
    private const int ModeOffset = 28;
    private const int KindOfFile = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>Whether the path is that of a file to read; also true where nothing can be told, so that reading says what is wrong.</summary>
    public static bool Is(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }
        var told = new byte[256];
        return StatX(AtCurrentFolder, [.. Encoding.UTF8.GetBytes(path), 0], SymlinkNoFollow, TypeWanted, told) != 0
            || (BitConverter.ToUInt16(told, ModeOffset) & KindOfFile) == Regular;
    }

    /// <exception cref="IOException">It is no file, or cannot be read.</exception>
    public static byte[] Read(string path) => File.ReadAllBytes(Checked(path));

    /// <exception cref="IOException">Something else than a file is in the way, or it cannot be written.</exception>
    public static void Write(string path, byte[] bytes) => File.WriteAllBytes(Checked(path), bytes);

    private static string Checked(string path) =>
        Is(path) ? path : throw new IOException("It is a named pipe, a socket or a device. Put a file in its place.");

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, byte[] path, int flags, uint wanted, byte[] told);
}
