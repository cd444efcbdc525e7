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
        var handle = Open([.. Encoding.UTF8.GetBytes(folder), 0], 0);
        if (handle < 0)
        {
            throw Problem(folder);
        }
        try
        {
            if (Fsync(handle) != 0)
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

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
