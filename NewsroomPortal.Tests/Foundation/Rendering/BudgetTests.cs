using System.Diagnostics;
using System.Globalization;
using CsCheck;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Tests.Foundation.Rendering;

public sealed class BudgetTests
{
    private static readonly MarkdownRenderer Renderer = new();

    [Fact]
    public void Every_hostile_recipe_ends_within_its_bounds()
    {
        Renderer.Render("暖身");
        foreach (var (name, body) in HostileTexts.All())
            AssertBounded(name, body);
    }

    public static TheoryData<string, string> Bombs => new()
    {
        { "quotes and lists", string.Concat(Enumerable.Repeat("> - 1. ", 1200)) },
        { "nested lists", string.Concat(Enumerable.Range(0, 400).Select(depth => new string(' ', depth * 2) + "- a\n")) },
        { "references to one long address", "[a]: /" + new string('x', 20_000) + "\n\n" + string.Concat(Enumerable.Repeat("[a] ", 20_000)) },
        { "footnotes in footnotes", string.Concat(Enumerable.Range(0, 3000).Select(n => $"[^{n}]: [^{n + 1}] [^{n + 1}]\n")) + "\n[^0]" },
        { "headings of one name", string.Concat(Enumerable.Repeat("# 同一個標題\n", 40_000)) },
        { "unclosed shortcodes", string.Concat(Enumerable.Repeat("{{< highlight >}}", 20_000)) },
        { "unclosed quotes in shortcodes", string.Concat(Enumerable.Repeat("{{< a \"", 50_000)) },
        { "shortcodes in one paragraph", string.Concat(Enumerable.Repeat("{{< a >}} ", 40_000)) },
        { "nested shortcodes", string.Concat(Enumerable.Repeat("{{< a >}}", 40_000)) + string.Concat(Enumerable.Repeat("{{< /a >}}", 40_000)) },
        { "a mark repeated in addresses", "{{< ref \"" + new string('x', 4000) + "\" >}}" + string.Concat(Enumerable.Repeat("[a](%EE%83%B00%EE%83%B1)", 35_000)) },
        { "a mark repeated in a shortcode", "{{< a >}}" + string.Concat(Enumerable.Repeat("\uE0F00\uE0F1", 300_000)) + "{{< /a >}}" },
        { "captions", string.Concat(Enumerable.Repeat("{{< figure src=a caption=\"*a* [b](c)\" >}}\n\n", 22_000)) },
        { "unclosed comments", string.Concat(Enumerable.Repeat("a <!-- ", 60_000)) },
        { "unclosed code", string.Concat(Enumerable.Range(1, 700).Select(n => new string('`', n) + " ")) },
        { "definitions", string.Concat(Enumerable.Repeat("詞\n: 解\n", 30_000)) },
        { "table of many columns", string.Concat(Enumerable.Repeat("|a", 2000)) + "|\n" + string.Concat(Enumerable.Repeat("|-", 2000)) + "|\n" + string.Concat(Enumerable.Repeat("|\n", 30_000)) },
        { "images in images", string.Concat(Enumerable.Repeat("![", 5000)) + "a" + string.Concat(Enumerable.Repeat("](b)", 5000)) },
        { "tags in a block", "<div>" + string.Concat(Enumerable.Repeat("<b title=a><p>", 60_000)) },
        { "unclosed tags in a block", "<div>" + string.Concat(Enumerable.Repeat("<b a=\"", 100_000)) },
        { "nested tags in blocks", string.Concat(Enumerable.Repeat("<div>\n\n", 100_000)) },
        { "unclosed script in blocks", string.Concat(Enumerable.Repeat("<svg><!--\n\n", 60_000)) },
        { "dynamic blocks in Org", string.Concat(Enumerable.Repeat("```org\na  *b*\n#+begin: " + new string('x', 300) + string.Concat(Enumerable.Repeat("\n", 300)) + "x\n```\n", 1000)) },
        { "blocks in Org", "```org\na  *b*\n" + string.Concat(Enumerable.Repeat("#+begin_x\n", 1900)) + "```\n" },
        { "blanks in Org", string.Concat(Enumerable.Repeat("```org\n" + new string(' ', 10_000) + "*" + new string('a', 9_000) + "\n```\n", 50)) },
        { "keys in YAML", string.Concat(Enumerable.Repeat("```yaml\n" + new string('-', 19_900) + "\na: |\n  b\n```\n", 50)) },
        { "block scalars in YAML", string.Concat(Enumerable.Repeat("```yaml\n" + string.Concat(Enumerable.Repeat("a: |\n  b\n\n", 1700)) + "```\n", 50)) },
        { "braces in a heading", "# " + string.Concat(Enumerable.Repeat("{#a ", 100_000)) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_ends_within_its_bounds(string name, string body) => AssertBounded(name, body);

    [Fact]
    public void Past_its_budget_a_body_is_one_block_of_escaped_plain_text_and_says_why()
    {
        var body = string.Concat(Enumerable.Repeat("> ", 300)) + "<b>深\n第二行";
        var text = Renderer.Render(body);
        Assert.Equal("rendering.overBudget.depth", text.OverBudget);
        var block = Assert.Single(text.Blocks);
        Assert.Equal((0, 1), (block.FirstLine, block.LastLine));
        Assert.StartsWith("<pre class=\"plain\">&gt; &gt; ", block.Html, StringComparison.Ordinal);
        Assert.EndsWith("&lt;b&gt;深\n第二行</pre>", block.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ordinary_article_of_one_megabyte_is_rendered_whole()
    {
        const string paragraph = "記者在**灣仔**走訪了[三間老店](https://example.org/shops)，店主說：「生意比去年好。」\n\n- 茶餐廳\n- 書店\n\n## 下一站\n\n";
        var body = string.Concat(Enumerable.Repeat(paragraph, 990_000 / paragraph.Length));
        // The budget is of time by the wall's clock, and the first renders of a process are compiled while they run.
        var text = Enumerable.Range(0, 3).Select(_ => Renderer.Render(body)).First(text => text.OverBudget is null);
        Assert.Equal(990_000 / paragraph.Length * 3, text.Blocks.Count);
    }

    [Fact]
    public void A_body_longer_than_a_million_characters_is_plain_text() =>
        Assert.Equal("rendering.overBudget.length", Renderer.Render(new string('字', 1_000_001)).OverBudget);

    [Fact]
    public void Never_throws_whatever_the_text() =>
        Gen.Char.Array[0, 200].Select(characters => new string(characters)).Sample(text =>
        {
            Assert.NotNull(Renderer.Render(text));
            Assert.NotNull(Renderer.ToHtml(text));
        }, iter: 5_000);

    [Fact]
    public void Never_throws_whatever_the_markup() =>
        Pick.OneOf("- ", "1. ", "> ", "    ", "\t", "\n", "\n\n", "```", "~~~", "# ", "---", "===", "| a | b |", "|-|-|", ":", ": ", "[^a]: ", "[^a]", "[a]: /b", "[a]", "*", "**", "_", "~~", "`", "<div>", "<!--", "-->", "\\", "'", "\"", "...", "字", "a", "www.a.bc", "{#i}", "&amp;", "![", "](", ")", "\r", "\0", "\uD83D")
            .Array[1, 50].Sample(parts =>
            {
                var text = Renderer.Render(string.Concat(parts));
                Assert.True(text.OverBudget is null or "rendering.overBudget.depth", text.OverBudget);
            }, iter: 20_000);

    /// <summary>The budget is half a second of the thread's own work and 160 MB; what is measured here includes writing the plain text.</summary>
    private static void AssertBounded(string name, string body)
    {
        AssertBounded(name, body, GoldmarkSettings.Default);
        AssertBounded(name, body, new GoldmarkSettings { Unsafe = true });
    }

    private static void AssertBounded(string name, string body, GoldmarkSettings settings)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Worked();
        var text = Renderer.Render(body, settings);
        var worked = Worked() - started;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Assert.True(worked < TimeSpan.FromSeconds(1), $"{name}: {worked} for {body.Length} characters");
        Assert.True(allocated < 256_000_000, $"{name}: {allocated} bytes");
        Assert.True(text.OverBudget is not "rendering.overBudget.unreadable", $"{name}: not a limit but a fault");
        Assert.True(text.OverBudget is null || text.Blocks is [{ Html: var html }] && html.StartsWith("<pre class=\"plain\">", StringComparison.Ordinal), $"{name}: no plain text");
    }

    /// <summary>The calling thread's own work, where the system tells; else the wall's time.</summary>
    private static TimeSpan Worked() => File.Exists("/proc/thread-self/schedstat")
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
        : Stopwatch.GetElapsedTime(0);
}
