using System.Globalization;
using BenchmarkDotNet.Running;
using NewsroomPortal.Benchmarks;
using NewsroomPortal.Benchmarks.Load;

// "import [N]" measures the built portal beside Hugo; "import-beside-typing [N]" an import inside a portal in which somebody types.
// "load [PEOPLE] [ARTICLES] [SECONDS]" lets people type into a portal of its own over the real protocol; "open [CHANGES]" opens a
// long log beside a fresh one. "converge [RUNS] [SEED]" lets seeded editors write against an oracle.
// "key-to-preview [KB...]" needs a browser and the portal itself, and measures both sides turn by turn; all else is BenchmarkDotNet's.
if (args is ["key-to-preview", .. var sizes])
{
    await KeyToPreview.Run([.. sizes.Select(int.Parse)]);
}
else if (args is ["import", .. [] or [_]])
{
    await ImportAndBuild.Run(args is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000);
}
else if (args is ["import-beside-typing", .. [] or [_]])
{
    await ImportBesideTyping.Run(args is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 5_000);
}
else if (args is ["load", .. var numbers] && numbers.Length <= 3)
{
    int[] given = [.. numbers.Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
    await LoadRun.Run(given is [var people, ..] ? people : 200, given is [_, var articles, ..] ? articles : 20, given is [_, _, var seconds] ? seconds : 300);
}
else if (args is ["open", .. [] or [_]])
{
    await OpenRun.Run(args is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000);
}
else if (args is ["converge", .. [] or [_] or [_, _]])
{
    await ConvergeRun.Run(
        args is [_, var runs, ..] ? int.Parse(runs, CultureInfo.InvariantCulture) : 100_000, args is [_, _, var seed] ? int.Parse(seed, CultureInfo.InvariantCulture) : 1);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(KeyToPreview).Assembly).Run(args);
}
