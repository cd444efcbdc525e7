using System.Diagnostics;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>The real program in a folder of a test's own.</summary>
internal static class HugoRun
{
    public static string Run(string folder, params string[] arguments)
    {
        var (code, said) = Try(folder, arguments);
        Assert.True(code == 0, said);
        return said;
    }

    public static (int Code, string Said) Try(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Programs.RequireHugo(), arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var complained = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + complained.Result);
    }
}
