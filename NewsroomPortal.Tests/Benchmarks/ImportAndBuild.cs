using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Benchmarks;

/// <summary>
/// The import of a newsroom's whole tree by the built portal, beside Hugo's build of the same tree: both as programs of their own, one
/// after the other, start-up included. Then the import again, where nothing has changed. Quote the ratios.
/// </summary>
internal static class ImportAndBuild
{
    public static async Task Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-").FullName;
        try
        {
            var site = Path.Combine(folder, "site");
            var bytes = NewsTree.Write(site, count);
            Console.WriteLine(FormattableString.Invariant($"{count:N0} files, {bytes / 1e6:0.0} MB; layouts: a single page, a list without paging, a taxonomy's term list, RSS and sitemap as Hugo has them built in."));
            var data = Path.Combine(folder, "data");
            string[] import = ["dotnet", PortalProcess.Built(), "import", site, "--data", data];
            var first = await MeasuredRun.Of(import);
            var build = await MeasuredRun.Of(["hugo", "--source", site, "--quiet"]);
            var again = await MeasuredRun.Of(import);
            var check = await MeasuredRun.Of(["dotnet", PortalProcess.Built(), "check", "--data", data]);

            Console.WriteLine();
            Console.WriteLine("| run | seconds | files/s | peak memory, MB |");
            Console.WriteLine("|---|---|---|---|");
            foreach (var (name, run) in new[] { ("import", first), ("hugo builds the same tree", build), ("import again", again), ("check", check) })
            {
                Console.WriteLine(FormattableString.Invariant($"| {name} | {run.Seconds:0.0} | {count / run.Seconds:0} | {run.PeakBytes / 1e6:0} |"));
            }
            Console.WriteLine();
            Console.WriteLine(FormattableString.Invariant($"Import takes {first.Seconds / build.Seconds:0.00} of Hugo's time; again {again.Seconds / first.Seconds:0.00} of the first time."));
            Console.WriteLine($"It said: {first.Output.Trim()} Then: {again.Output.Trim()} Check: {check.Output.Trim()}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
