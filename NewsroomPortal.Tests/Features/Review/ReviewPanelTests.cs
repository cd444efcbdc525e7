using Bunit;
using Microsoft.AspNetCore.Components;
using NewsroomPortal.Features.Review;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Features.Articles;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Review;

public sealed class ReviewPanelTests : PageTests
{
    [Fact]
    public async Task Tells_what_the_editor_asked_for_and_every_act()
    {
        var id = await Newsroom.Draft();
        await Done(Newsroom.Reviewer.Submit(Mei, id, await Newsroom.Head(id)));
        await Done(Newsroom.Reviewer.RequestChanges(Lok, id, await Newsroom.Head(id), "請補<b>時間</b>。"));
        var panel = await Show(Mei, id);
        Assert.Equal("請補<b>時間</b>。", panel.Find("[role=note] p").TextContent);
        Assert.Equal(["Changes requested Wong Lok", "Submitted Chan Mei", "Created Chan Mei"], panel.FindAll("ol li > span:first-child").Select(act => act.TextContent));
        Assert.Empty(panel.FindAll("select"));
    }

    [Fact]
    public async Task Says_that_an_approval_is_void_when_the_text_is_newer()
    {
        var id = await Newsroom.Approved();
        Assert.DoesNotContain("void", (await Show(Lok, id)).Find("dl").TextContent, StringComparison.Ordinal);
        await Newsroom.Append(id, Fan, "改。\n");
        Assert.Contains("the approval is void", (await Show(Lok, id)).Find("dl").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_gives_the_article_to_somebody()
    {
        var id = await Newsroom.Draft();
        var panel = await Show(Lok, id);
        Assert.Equal(["Choose somebody…", "Chan Mei", "Ho Kit", "Lee Fan", "Wong Lok"], panel.FindAll("option").Select(option => option.TextContent));
        await panel.Find("select").ChangeAsync(new ChangeEventArgs { Value = "kit" });
        Assert.Equal("kit", (await Newsroom.Article(id)).AssigneeId);
        Assert.Contains("Assigned Wong Lok", panel.Find("ol").TextContent, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<ReviewPanel>> Show(Actor who, long id)
    {
        var (article, head) = (await Newsroom.Article(id), await Newsroom.Head(id));
        return As(who).Show<ReviewPanel>(panel => panel.Add(p => p.Article, article).Add(p => p.Version, head));
    }
}
