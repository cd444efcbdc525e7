using System.Globalization;
using BenchmarkDotNet.Running;
using NewsroomPortal.Benchmarks;

// "import [N]" measures the built portal beside Hugo; "import-beside-typing [N]" an import inside a portal in which somebody types.
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
else
{
    BenchmarkSwitcher.FromAssembly(typeof(KeyToPreview).Assembly).Run(args);
}
