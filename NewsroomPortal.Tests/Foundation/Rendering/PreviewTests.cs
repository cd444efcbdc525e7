using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Tests.Foundation.Rendering;

public sealed class PreviewTests
{
    private static readonly MarkdownRenderer Renderer = new();

    [Fact]
    public void Blocks_carry_the_lines_they_come_from()
    {
        var blocks = Renderer.Render("# 題\n\n甲\n乙\n\n\n- 一\n- 二\n\n[a]: /b\n\n```\n碼\n\n```\n").Blocks;
        Assert.Equal([(0, 0), (2, 3), (6, 9), (11, 14)], blocks.Select(block => (block.FirstLine, block.LastLine)));
        Assert.Equal(["<h1", "<p>", "<ul", "<pr"], blocks.Select(block => block.Html[..3]));
    }

    [Fact]
    public void The_footnotes_are_the_last_block_and_carry_their_own_lines()
    {
        var blocks = Renderer.Render("[^1]: 註一\n[^2]: 註二\n\n甲[^2]乙[^1]\n\n丙\n").Blocks;
        Assert.Equal([(3, 3), (5, 5), (0, 1)], blocks.Select(block => (block.FirstLine, block.LastLine)));
        Assert.StartsWith("<div class=\"footnotes\"", blocks[2].Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_inside_a_paragraph_is_a_block_of_its_own()
    {
        var blocks = Renderer.Render("說明\n| 甲 |\n|---|\n| 1 |\n\n乙").Blocks;
        Assert.Equal([(0, 0), (1, 3), (5, 5)], blocks.Select(block => (block.FirstLine, block.LastLine)));
    }

    [Fact]
    public void Carriage_returns_do_not_move_the_lines() =>
        Assert.Equal([(0, 0), (2, 2)], Renderer.Render("甲\r\n\r\n乙\r丙").Blocks.Select(block => (block.FirstLine, block.LastLine)));

    [Fact]
    public void Columns_are_aligned_without_a_style() =>
        Assert.Contains("<th align=\"center\">甲</th>", Html("| 甲 |\n|:-:|\n"), StringComparison.Ordinal);

    [Fact]
    public void Numbered_lines_are_a_table_without_a_style_or_an_id() =>
        Assert.Equal(
            "<div class=\"highlight\"><table><tr><td><pre><code> 9\n10\n</code></pre></td><td><pre tabindex=\"0\"><code class=\"language-go\" data-lang=\"go\">a\nb\n</code></pre></td></tr></table></div>",
            Html("```go {linenos=table, linenostart=9, anchorlinenos=true, lineanchors=x}\na\nb\n```"));

    [Fact]
    public void A_shortcode_of_several_lines_does_not_move_those_below()
    {
        var blocks = Renderer.Render("甲\n\n{{< figure\n  src=\"/a.jpg\"\n  caption=\"乙\"\n>}}\n\n丙").Blocks;
        Assert.Equal([(0, 0), (2, 5), (7, 7)], blocks.Select(block => (block.FirstLine, block.LastLine)));
    }

    private static string Html(string body) => string.Concat(Renderer.Render(body).Blocks.Select(block => block.Html));
}
