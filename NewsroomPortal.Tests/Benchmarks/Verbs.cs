using System.Globalization;
using BenchmarkDotNet.Running;
using NewsroomPortal.Benchmarks.Load;
using NewsroomPortal.Tests.Durability;

namespace NewsroomPortal.Benchmarks;

/// <summary>What this program measures by itself, each with its usual numbers; all else is BenchmarkDotNet's. Not called Program: the portal is.</summary>
internal static class Verbs
{
    private static async Task<int> Main(string[] line)
    {
        switch (line)
        {
            // log|portal [KILLS] [SEED]: kills the log's process, or the portal's, at random moments.
            case ["kills", "log" or "portal", .. var kills]:
                return await Kills.Run(line[1] == "log" ? KillSubject.Log : PortalVictim.Subject, [.. kills.Select(number => int.Parse(number, CultureInfo.InvariantCulture))]);
            // Itself, to be killed.
            case [LogHost.Verb, var folder]:
                return await LogHost.Run(folder, careless: false);
            default:
                await Measure(line);
                return Environment.ExitCode;
        }
    }

    private static Task Measure(string[] line)
    {
        var (verb, numbers) = (line.FirstOrDefault(), line.Skip(1).Select(number => int.TryParse(number, CultureInfo.InvariantCulture, out var value) ? value : (int?)null).ToList());
        if (numbers.Contains(null))
        {
            verb = null;
        }
        int Given(int place, int usual) => numbers.ElementAtOrDefault(place) ?? usual;
        switch (verb)
        {
            // [FILES]: the built portal's import beside Hugo's build.
            case "import":
                return ImportAndBuild.Run(Given(0, 100_000));
            // [FILES]: an import inside a portal in which somebody types.
            case "import-beside-typing":
                return ImportBesideTyping.Run(Given(0, 5_000));
            // [KB...]: needs a browser and the portal itself, and measures both sides turn by turn.
            case "key-to-preview":
                return KeyToPreview.Run([.. numbers.OfType<int>()]);
            // [PEOPLE] [ARTICLES] [SECONDS]: people who type into a portal of their own, over the real protocol.
            case "load":
                return LoadRun.Run(Given(0, 200), Given(1, 20), Given(2, 300));
            // [CHANGES]: opening a long log beside a fresh one.
            case "open":
                return OpenRun.Run(Given(0, 100_000));
            // [RUNS] [SEED]: seeded editors who write against a naive oracle.
            case "converge":
                return ConvergeRun.Run(Given(0, 100_000), Given(1, 1));
            // [CYCLES]: opens an article in a browser, types and leaves, and looks at what stays.
            case "cycles":
                return CyclesRun.Run(Given(0, 1_000));
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Verbs).Assembly).Run(line);
                return Task.CompletedTask;
        }
    }
}
