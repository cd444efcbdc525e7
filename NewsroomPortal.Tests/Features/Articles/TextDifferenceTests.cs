using AngleSharp.Dom;
using Bunit;
using NewsroomPortal.Features.Articles;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Articles;

public sealed class TextDifferenceTests : PageTests
{
    [Fact]
    public void Fields_stand_before_the_text_and_the_front_matter_is_folded()
    {
        var difference = Show("---\ntitle: 渡輪\ntags: [天氣]\n---\n首行\n", "---\ntitle: 電車\ntags: [天氣, 港聞]\n---\n首段\n");
        Assert.Equal(["title", "tags"], difference.FindAll("dt").Select(Text));
        Assert.Equal(["Removed: 渡輪→Added: 電車", "Added: 港聞"], difference.FindAll("dd").Select(Text));
        Assert.Contains("tags:", difference.Find("details .passage").TextContent, StringComparison.Ordinal);
        Assert.Equal("首Removed: 行Added: 段", Text(difference.FindAll(".passage")[^1]));
    }

    [Fact]
    public void What_stays_is_left_out_but_for_two_lines_or_shown_whole()
    {
        var before = string.Concat(Enumerable.Range(1, 20).Select(line => $"第{line}行\n"));
        var after = before.Replace("第10行", "第十行", StringComparison.Ordinal);
        Assert.Equal(["7 unchanged lines left out", "8 unchanged lines left out"], Show(before, after).FindAll("p").Select(Text));
        Assert.Equal(["第8行", "第9行", "第11行", "第12行"], Show(before, after).FindAll(".kept").SelectMany(Lines));
        var whole = Show(before, after, whole: true);
        Assert.Empty(whole.FindAll("p"));
        Assert.Equal(19, whole.FindAll(".kept").Sum(kept => kept.TextContent.Count(c => c == '\n')));
    }

    [Fact]
    public void Same_texts_say_so() => Assert.Equal("Both texts are the same.", Text(Show("a", "a").Find("p")));

    [Fact]
    public void Markup_in_a_text_is_text() => Assert.Equal("<script>Removed: aAdded: b</script>", Text(Show("<script>a</script>", "<script>b</script>").Find(".passage")));

    [Fact]
    public void Below_each_passage_stand_its_tools()
    {
        var difference = As(Lok).Show<TextDifference>(d => d.Add(t => t.Before, "一\n二\n三\n四\n").Add(t => t.After, "壹\n二\n三\n肆\n").Add(t => t.Tools, number => $"<b>{number}</b>"));
        Assert.Equal(["0", "1"], difference.FindAll(".tools b").Select(Text));
    }

    private IRenderedComponent<TextDifference> Show(string before, string after, bool whole = false) =>
        As(Lok).Show<TextDifference>(d => d.Add(t => t.Before, before).Add(t => t.After, after).Add(t => t.Whole, whole));

    private static string Text(IElement element) => string.Concat(Lines(element));

    private static string[] Lines(IElement element) => element.TextContent.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
