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
        Assert.Equal(lines, string.Join(',', Agreement.Of(Instant, page)!.Lines));

    [Fact]
    public void A_page_nested_or_grown_beyond_reading_is_not_compared()
    {
        Assert.Null(Agreement.Of(Instant, string.Concat(Enumerable.Repeat("<div>", 200_000))));
        Assert.Null(Agreement.Of(Instant, new string('x', 5_000_000)));
        Assert.Null(Agreement.Of(Instant with { OverBudget = "rendering.overBudget.depth" }, "<p>乙</p>"));
        Assert.NotNull(Agreement.Of(Instant, string.Concat(Enumerable.Repeat("<div><br></div>", 10_000))));
    }
}
