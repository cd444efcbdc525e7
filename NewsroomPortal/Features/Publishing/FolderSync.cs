using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsroomPortal.Features.Publishing;

/// <summary>Makes a folder's own entries durable: on Unix a rename survives a power cut only after an fsync of its folder.</summary>
internal static class FolderSync
{
    /// <exception cref="IOException">The folder cannot be synchronised; the message gives the system's reason.</exception>
    public static void Flush(string folder)
    {
        // Windows has no such call: NTFS keeps its own journal of names.
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        WithHandle(folder, Fsync);
    }

    /// <summary>Whether one call makes all that was written durable; else each file and folder needs its own.</summary>
    public static bool CanFlushAll => OperatingSystem.IsLinux();

    /// <summary>Makes what was renamed in the folders below a root durable, and where one call can do that, everything written below it.</summary>
    public static void FlushAll(string root, IEnumerable<string> folders)
    {
        if (CanFlushAll)
        {
            WithHandle(root, SyncFs);
            return;
        }
        foreach (var folder in folders)
        {
            Flush(folder);
        }
    }

    private static void WithHandle(string folder, Func<int, int> call)
    {
        var handle = Open([.. Encoding.UTF8.GetBytes(folder), 0], 0);
        if (handle < 0)
        {
            throw Problem(folder);
        }
        try
        {
            if (call(handle) != 0)
            {
                throw Problem(folder);
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Problem(string folder) =>
        new($"The folder {folder} cannot be synchronised: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SyncFs(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
