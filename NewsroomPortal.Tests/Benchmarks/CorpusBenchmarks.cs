using BenchmarkDotNet.Attributes;
using Markdig;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Benchmarks;

/// <summary>
/// All bodies of the shared corpus (some megabytes of real articles), one after the other: the portal's rendering beside plain Markdig, bare and with the extensions
/// that a preview would otherwise take. The ratio of means is the ratio of megabytes a second.
/// </summary>
[MemoryDiagnoser]
public class CorpusBenchmarks
{
    readonly MarkdownRenderer renderer = new();
    readonly MarkdownPipeline bare = new MarkdownPipelineBuilder().Build();
    readonly MarkdownPipeline extended = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();
    string[] bodies = [];

    [GlobalSetup]
    public void Setup()
    {
        bodies = [.. Directory.EnumerateFiles(Path.Combine(SharedFolder.Path, "corpus"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => HugoFile.Read(File.ReadAllBytes(file)).File).OfType<HugoFile>().Select(file => FrontMatter.Read(file.Text).Body)];
        Console.WriteLine($"// {bodies.Length} bodies, {bodies.Sum(body => (long)System.Text.Encoding.UTF8.GetByteCount(body)) / 1e6:0.0} MB");
    }

    [Benchmark(Baseline = true)]
    public int BareMarkdig() => bodies.Sum(body => Markdown.ToHtml(body, bare).Length);

    [Benchmark]
    public int ExtendedMarkdig() => bodies.Sum(body => Markdown.ToHtml(body, extended).Length);

    [Benchmark]
    public int Portal() => bodies.Sum(body => renderer.Render(body).Blocks.Sum(block => block.Html.Length));
}
