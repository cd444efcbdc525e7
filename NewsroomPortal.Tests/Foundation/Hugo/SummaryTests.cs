using System.Globalization;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public class SummaryTests
{
    [Theory]
    [InlineData("第一段。\n\n第二段。", "第一段。")]
    [InlineData("2025年2月14日\n\n標題\n=====\n\n第一段。", "第一段。")]
    [InlineData("2025年2月14日（星期五）\n\n# 標題\n第一段。", "第一段。")]
    [InlineData("標題\n---\n第一段。", "第一段。")]
    [InlineData("[![](https://a.example/p_620.jpg)](https://a.example/p.jpg)\n\n![圖](a.png)\n\n第一段。", "第一段。")]
    [InlineData("**導語** 第一[段](https://a.example)，`碼`。", "導語 第一段，碼。")]
    [InlineData("兩行\n一段", "兩行一段")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("snake_case and _stress_ \\*kept\\*", "snake_case and stress *kept*")]
    [InlineData("~~old~~ new ~ 3 < 4", "old new ~ 3 < 4")]
    [InlineData("a<br>b <!-- note --> c", "ab c")]
    [InlineData("> quote\n\n- item\n\n1. item\n\n| a | b |\n\n    code\n\n```\ncode\n```\n\n{{< figure >}}\n\n<div>\n\n***\n\n第一段。", "第一段。")]
    [InlineData("~~~\n\n第一段。\n\n~~~\n\n第二段。", "第二段。")]
    [InlineData("- **only** a list\n", "")]
    [InlineData("2025 was a good year", "2025 was a good year")]
    [InlineData("- \r\n\r\n第一段。\r\n", "第一段。")]
    [InlineData("", "")]
    public void Is_the_first_real_paragraph_as_plain_text(string body, string summary)
    {
        Assert.Equal(summary, Summary.FromFirstParagraph(body));
    }

    [Fact]
    public void Has_at_most_160_characters_and_never_half_of_one()
    {
        var exact = string.Concat(Enumerable.Repeat("𠮷", 160));
        Assert.Equal(exact, Summary.FromFirstParagraph(exact));

        var shortened = Summary.FromFirstParagraph(exact + "字");
        Assert.Equal(string.Concat(Enumerable.Repeat("𠮷", 159)) + "…", shortened);
        Assert.Equal(160, new StringInfo(shortened).LengthInTextElements);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("<a")]
    [InlineData("[a](")]
    [InlineData("*_~`\\")]
    public void Takes_hostile_paragraphs_in_its_stride(string piece)
    {
        var body = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));

        Assert.True(Summary.FromFirstParagraph(body).Length <= 2 * Summary.MostCharacters);
    }

    [Fact]
    public void Of_the_newsroom_s_sample_is_its_first_paragraph()
    {
        var text = File.ReadAllText(SharedFolder.Require("seed", "article.md"));
        var body = FrontMatter.Read(text).Body;

        var summary = Summary.FromFirstParagraph(body);

        var paragraph = body.Split('\n').First(line => line.Contains("https://", StringComparison.Ordinal));
        Assert.StartsWith(summary[..12], paragraph, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", summary, StringComparison.Ordinal);
        Assert.EndsWith("…", summary, StringComparison.Ordinal);
    }
}
