using BenchmarkDotNet.Running;
using NewsroomPortal.Benchmarks;

// "key-to-preview" needs a browser and the portal itself, and measures both sides turn by turn; all else is BenchmarkDotNet's.
if (args is ["key-to-preview"])
{
    await KeyToPreview.Run();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(KeyToPreview).Assembly).Run(args);
}
