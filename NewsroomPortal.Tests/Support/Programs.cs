using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NewsroomPortal.Tests.Support;

/// <summary>Finds the programs that tests need, or installs them where this machine lets us.</summary>
public static partial class Programs
{
    private static readonly Lazy<string?> TheChromium = new(() =>
        Find("chromium") ?? Find("chromium-browser") ?? Find("google-chrome") ?? Install("chromium", "chromium", "fonts-noto-cjk"));

    /// <summary>A Chromium on this machine, or null: then Playwright's own installer is next.</summary>
    public static string? Chromium => TheChromium.Value;

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);

    private static string? Install(string name, params string[] packages)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || Find("apt-get") is not { } apt)
        {
            return null;
        }
        Run(apt, ["update", "-qq"]);
        Run(apt, ["install", "-y", "-qq", "--no-install-recommends", .. packages]);
        return Find(name);
    }

    private static void Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
    }
}
