using BenchmarkDotNet.Attributes;
using Markdig;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Benchmarks;

/// <summary>What a key costs the preview: rendering the whole body and finding what changed, beside plain Markdig on the same text.</summary>
[MemoryDiagnoser]
public class RenderingBenchmarks
{
    const string Paragraphs = """
        新聞室的記者今早到**海濱長廊**採訪，街坊說：「這裡變了很多。」詳情見[前文](https://example.org/news/1)。

        - 長廊下月開放
        - 單車徑*暫停*使用

        ## 下一步

        | 日期 | 工程 |
        |------|-----:|
        | 三月 | 鋪路 |

        The works "may take longer" -- or so they say...


        """;

    readonly MarkdownRenderer renderer = new();
    readonly MarkdownPipeline plain = new MarkdownPipelineBuilder().UsePipeTables().Build();
    readonly BlockDiffer differ = new();
    string text = "", keyed = "";
    bool isKeyed;

    /// <summary>Kilobytes of UTF-8.</summary>
    [Params(5, 50, 500)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var bytes = System.Text.Encoding.UTF8.GetByteCount(Paragraphs);
        text = string.Concat(Enumerable.Repeat(Paragraphs, Size * 1024 / bytes));
        keyed = text.Insert(text.IndexOf('。', text.Length / 2), "字");
        differ.Next(renderer.Render(text));
    }

    [Benchmark(Baseline = true)]
    public string PlainMarkdig() => Markdown.ToHtml(text, plain);

    [Benchmark]
    public RenderedText Render() => renderer.Render(text);

    [Benchmark]
    public string Key()
    {
        isKeyed = !isKeyed;
        return differ.Next(renderer.Render(isKeyed ? keyed : text)).ToJson();
    }
}
