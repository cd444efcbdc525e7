using System.Diagnostics;

namespace NewsroomPortal.Tests.Support;

/// <summary>Things that only Unix has in folders.</summary>
public static class UnixFile
{
    /// <summary>A named pipe to which nobody writes: who reads it waits for ever.</summary>
    public static void MakePipe(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Named pipes are made with mkfifo, on Linux.");
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }
}
