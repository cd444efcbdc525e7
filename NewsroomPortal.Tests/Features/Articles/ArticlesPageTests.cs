using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Articles;

public sealed class ArticlesPageTests : PageTests
{
    [Fact]
    public async Task Shows_each_article_with_state_headline_section_author_and_local_time()
    {
        var id = await Newsroom.Published();
        await Newsroom.Follow(id);
        var page = Show(Kit);
        var row = Assert.Single(page.FindAll("tbody tr"));
        Assert.Equal(["Live", "港島線今早恢復正常", "港聞", "Chan Mei", "2026-03-02 09:00", ""], row.Children.Select(cell => cell.TextContent.Trim()));
        Assert.Equal($"/articles/{id}", row.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_address_filters_and_choosing_writes_the_address()
    {
        await Newsroom.Follow(await Newsroom.Published());
        await Newsroom.Follow(await Newsroom.Draft(headline: "草稿一篇"));
        var page = Show(Mei, "articles?state=draft&text=草稿");
        Assert.Equal("草稿一篇", Assert.Single(page.FindAll("tbody th")).TextContent);
        Assert.Equal("草稿", page.Find("input[type=search]").GetAttribute("value"));

        await page.Find("select").ChangeAsync(new ChangeEventArgs { Value = "Live" });
        var address = Bench.Services.GetRequiredService<BunitNavigationManager>().Uri;
        Assert.EndsWith("articles?state=Live&text=%E8%8D%89%E7%A8%BF", address, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("No article fits.", page.Find(".np-page > p").TextContent));
    }

    [Fact]
    public async Task Creates_an_article_and_goes_to_it()
    {
        var page = Show(Mei);
        await Button(page, "New article").ClickAsync(new());
        var article = await Newsroom.Article(1);
        Assert.Equal("mei", article.OwnerId);
        Assert.EndsWith("/articles/1", Bench.Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deletes_a_draft_after_asking_and_offers_it_to_those_who_may()
    {
        var id = await Newsroom.Draft();
        await Newsroom.Follow(id);
        Assert.Empty(Show(Kit).FindAll("button[aria-label^=Delete]"));

        var page = Show(Mei);
        var asked = page.Find("button[aria-label^=Delete]").ClickAsync(new());
        Bench.Dialogs.WaitForAssertion(() => Assert.Contains("cannot be brought back", Bench.Dialogs.Markup, StringComparison.Ordinal));
        await Bench.Dialogs.FindAll("button").Single(button => button.TextContent.Contains("Delete for good", StringComparison.Ordinal)).ClickAsync(new());
        await asked;
        Assert.Null(await Newsroom.House.Authority.Read(id));
        Assert.Empty(page.FindAll("tbody tr"));
    }

    [Fact]
    public async Task An_admin_alone_sees_neither_articles_nor_the_button()
    {
        await Newsroom.Draft();
        var page = Show(Ada);
        Assert.Empty(page.FindAll("tbody tr"));
        Assert.DoesNotContain("New article", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Only journalists and editors", page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<ArticlesPage> Show(Actor who, string address = "articles")
    {
        As(who).Services.GetRequiredService<BunitNavigationManager>().NavigateTo(address);
        return Bench.Show<ArticlesPage>();
    }

    private static IElement Button(IRenderedComponent<ArticlesPage> page, string name) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == name);
}
