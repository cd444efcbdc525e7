using System.Diagnostics;

namespace NewsroomPortal.Tests.Support;

/// <summary>A verb of the built portal, run to its end as a process of its own, in English, away from the checkout.</summary>
public sealed record PortalRun(int Exit, string Out, string Error)
{
    public static Task<PortalRun> Of(params string[] arguments) => Of(new Dictionary<string, string>(), arguments);

    public static async Task<PortalRun> Of(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NewsroomPortal.dll"), .. arguments])
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
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new PortalRun(process.ExitCode, await told, await complained);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
