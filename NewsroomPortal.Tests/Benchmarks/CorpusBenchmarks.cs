using BenchmarkDotNet.Attributes;
using Markdig;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering;

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
        bodies = [.. Directory.EnumerateFiles(Corpus(), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => HugoFile.Read(File.ReadAllBytes(file)).File).OfType<HugoFile>().Select(file => FrontMatter.Read(file.Text).Body)];
        Console.WriteLine($"// {bodies.Length} bodies, {bodies.Sum(body => (long)System.Text.Encoding.UTF8.GetByteCount(body)) / 1e6:0.0} MB");
    }

    /// <summary>The folder <c>../shared/corpus</c> beside the checkout; BenchmarkDotNet starts its own build, below the project's.</summary>
    static string Corpus()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsroomPortal.sln")))
            folder = folder.Parent;
        var corpus = folder is null ? "" : Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "corpus"));
        return Directory.Exists(corpus) ? corpus : throw new DirectoryNotFoundException("../shared/corpus is not beside this checkout.");
    }

    [Benchmark(Baseline = true)]
    public int BareMarkdig() => bodies.Sum(body => Markdown.ToHtml(body, bare).Length);

    [Benchmark]
    public int ExtendedMarkdig() => bodies.Sum(body => Markdown.ToHtml(body, extended).Length);

    [Benchmark]
    public int Portal() => bodies.Sum(body => renderer.Render(body).Blocks.Sum(block => block.Html.Length));
}
