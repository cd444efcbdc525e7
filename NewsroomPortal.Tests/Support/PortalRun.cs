using System.Diagnostics;

namespace NewsroomPortal.Tests.Support;

/// <summary>A verb of the built portal, run to its end as a process of its own, in English, away from the checkout.</summary>
public sealed record PortalRun(int Exit, string Out, string Error)
{
    public static Task<PortalRun> Of(params string[] arguments) => Of(new Dictionary<string, string>(), arguments);

    public static Task<PortalRun> Of(Dictionary<string, string> environment, params string[] arguments) => Of(environment, stop: null, Line(arguments));

    /// <summary>Ctrl+C (SIGINT) as soon as <paramref name="stop"/> ends.</summary>
    public static Task<PortalRun> Stopped(Task stop, params string[] arguments) =>
        // A program that a shell runs in the background has that signal ignored, and hands this on.
        Of([], stop, ["env", "--default-signal=INT", .. Line(arguments)]);

    /// <summary>As an ordinary account, which the rights of files bind: where root tests, without the capabilities that make it root.</summary>
    public static Task<PortalRun> Bound(params string[] arguments) => Environment.IsPrivilegedProcess
        ? Of([], stop: null, [.. WithoutCapabilities, .. Line(arguments)])
        : Of(arguments);

    /// <summary>The start of a line that runs a program as <see cref="Bound"/> does.</summary>
    public static readonly IReadOnlyList<string> WithoutCapabilities = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"];

    private static string[] Line(string[] arguments) => ["dotnet", Path.Combine(AppContext.BaseDirectory, "NewsroomPortal.dll"), .. arguments];

    private static async Task<PortalRun> Of(Dictionary<string, string> environment, Task? stop, string[] line)
    {
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        try
        {
            var (told, complained) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            if (stop is not null && await Task.WhenAny(stop, told) == stop)
            {
                Process.Start("kill", ["-INT", $"{process.Id}"]).Dispose();
            }
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new PortalRun(process.ExitCode, await told, await complained);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
