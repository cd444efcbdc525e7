using BenchmarkDotNet.Running;
using NewsroomPortal.Benchmarks;

// "key-to-preview [KB...]" needs a browser and the portal itself, and measures both sides turn by turn; all else is BenchmarkDotNet's.
if (args is ["key-to-preview", .. var sizes])
{
    await KeyToPreview.Run([.. sizes.Select(int.Parse)]);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(KeyToPreview).Assembly).Run(args);
}
