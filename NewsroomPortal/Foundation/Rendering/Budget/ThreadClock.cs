using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NewsroomPortal.Foundation.Rendering.Budget;

/// <summary>
/// How long the calling thread has worked: its own processor time on Linux, so that a busy machine does not turn an ordinary article into plain text;
/// the wall's clock elsewhere.
/// </summary>
static class ThreadClock
{
    const int ThreadProcessorTime = 3;

    public static TimeSpan Now() =>
        OperatingSystem.IsLinux() && GetTime(ThreadProcessorTime, out var time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick)
            : Stopwatch.GetElapsedTime(0);

    [StructLayout(LayoutKind.Sequential)]
    readonly struct Timespec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int GetTime(int clock, out Timespec time);
}
