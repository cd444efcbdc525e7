using System.Diagnostics;

namespace NewsroomPortal.Tests.Support;

/// <summary>
/// A file system of 24 MB that one process sees, in a mount namespace of its own; it is filled and emptied from outside, and goes with the process.
/// </summary>
public sealed class SmallDisk
{
    private readonly IReadOnlyList<string> _namespace;

    private SmallDisk(string path, IReadOnlyList<string> @namespace) => (Path, _namespace) = (path, @namespace);

    /// <summary>Where the process sees it.</summary>
    public string Path { get; }

    /// <summary>Where this machine permits no such mount the running test is skipped, saying so.</summary>
    public static SmallDisk Require(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux mounts a small disk for one process.");
        Directory.CreateDirectory(path);
        // As root, or as whoever a user namespace makes root.
        string[][] ways = [["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]];
        var way = Array.Find(ways, way => Run([.. way, "mount", "-t", "tmpfs", "newsroom", path]) == 0);
        Assert.SkipUnless(way is not null, "This machine does not let tests mount a small disk (unshare --mount).");
        return new SmallDisk(path, way!);
    }

    /// <summary>The start of a line that runs a program with this disk.</summary>
    /// <param name="content">A folder that is copied onto it before.</param>
    public IReadOnlyList<string> Inside(string content) =>
        [.. _namespace, "sh", "-c", "mount -t tmpfs -o size=24m newsroom \"$0\" && cp -R \"$1\"/. \"$0\" && shift && exec \"$@\"", Path, content];

    /// <summary>Leaves not a page free.</summary>
    public void Fill(int processId)
    {
        using var filler = new FileStream(Seen(processId, "filler"), FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 64 * 1024, 4096 })
        {
            try
            {
                while (true)
                {
                    filler.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // Full, for pieces of this size.
            }
        }
    }

    public void Free(int processId) => File.Delete(Seen(processId, "filler"));

    public void CopyOut(int processId, string folder) => Assert.Equal(0, Run(["cp", "-R", Seen(processId, "."), Directory.CreateDirectory(folder).FullName]));

    private string Seen(int processId, string name) => $"/proc/{processId}/root{Path}/{name}";

    private static int Run(string[] line)
    {
        using var process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
