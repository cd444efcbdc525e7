using NewsroomPortal.Features.Publishing.TruePreview;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Tests.Features.Publishing.TruePreview;

public sealed class AgreementTests
{
    private static readonly RenderedText Instant = new([new RenderedBlock(0, 0, "<h2 id=\"t-a\">甲</h2>"), new RenderedBlock(2, 2, "<p>乙 <a href=\"/x\">丙</a></p>")], null);

    [Theory]
    [InlineData("<main><h2 id=\"a\">甲 <a href=\"#a\">#</a></h2>\n<p class=\"lead\">乙\n<a href=\"/x\" rel=\"nofollow\">丙</a></p></main>", "")]
    [InlineData("<h2>甲</h2><p>乙 <a href=\"/y\">丙</a></p>", "3")]
    [InlineData("<p>乙 <a href=\"/x\">丙</a></p><h2>甲</h2>", "3")]
    [InlineData("<p>丁</p>", "1,3")]
    public void Blocks_stand_in_the_page_in_order_whatever_classes_and_marks_it_adds(string page, string lines) =>
        Assert.Equal(lines, string.Join(',', Agreement.Of(Instant, page)!.Differences.Select(difference => difference.Line)));

    [Theory]
    [InlineData("<main><h2>甲</h2><p>乙 <a href=\"/x\"><b>丙</b></a></p></main>", "3 | <p> <a> | <p> <a> <b>")]
    [InlineData("<main><h2>甲</h2><p>乙 <a href=\"/y\">丙</a></p></main>", "3 | <p> <a /x> | <p> <a /y>")]
    [InlineData("<main><h2>甲</h2><p>丁 戊</p></main><footer><p>乙</p></footer>", "3 | 乙 丙 | 丁 戊")]
    [InlineData("<main><h2>甲</h2><aside>分享</aside></main><footer>乙</footer>", "3 | 乙 丙 | ")]
    [InlineData("<nav>首頁</nav><main><h1>題</h1><h2>申</h2><p>乙 <a href=\"/x\">丙</a></p></main>", "1 | 甲 | 申")]
    [InlineData("<main><h1>題</h1><h2>申</h2><p>丁</p></main>", "1 | 甲 | ; 3 | 乙 丙 | ")]
    public void What_differs_is_told_by_its_text_or_where_that_is_the_same_by_its_elements(string page, string told) =>
        Assert.Equal(told, string.Join("; ", Agreement.Of(Instant, page)!.Differences.Select(each => $"{each.Line} | {each.Instant} | {each.Hugo}")));

    [Fact]
    public void Long_texts_are_cut_around_what_differs_and_no_more_than_five_blocks_are_told()
    {
        var same = string.Concat(Enumerable.Repeat("𠮷野家", 60));
        var blocks = Enumerable.Range(0, 8).Select(number => new RenderedBlock(number * 2, number * 2, $"<p>{same}{number}甲。</p>"));
        var page = string.Concat(Enumerable.Range(0, 8).Select(number => $"<p>{same}{number}乙。</p>"));
        var agreement = Agreement.Of(new([.. blocks, new(16, 16, "<h2>完</h2>")], null), $"<main>{page}<h2>完</h2></main>")!;
        Assert.Equal((8, 5), (agreement.Different, agreement.Differences.Count));
        Assert.All(agreement.Differences, difference =>
        {
            Assert.Matches("^…[^\uDC00-\uDFFF].*甲。$", difference.Instant);
            Assert.InRange(difference.Instant.Length, 10, 82);
        });
        Assert.EndsWith("0乙。", agreement.Differences[0].Hugo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_nested_or_grown_beyond_reading_is_not_compared()
    {
        Assert.Null(Agreement.Of(Instant, string.Concat(Enumerable.Repeat("<div>", 200_000))));
        Assert.Null(Agreement.Of(Instant, new string('x', 5_000_000)));
        Assert.Null(Agreement.Of(Instant with { OverBudget = "rendering.overBudget.depth" }, "<p>乙</p>"));
        Assert.NotNull(Agreement.Of(Instant, string.Concat(Enumerable.Repeat("<div><br></div>", 10_000))));
    }
}
