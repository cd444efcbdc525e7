using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

/// <summary>An admin at the page of tags and categories.</summary>
[Collection(BrowserTests.Name)]
public sealed class TermsTests(Chromium chromium)
{
    [Fact]
    public async Task An_admin_creates_renames_and_deletes_terms_and_is_told_before_what_that_touches()
    {
        await using var portal = new PortalFactory();
        var address = portal.Serve();
        var id = await Import(portal, "---\ntitle: 渡輪停航\ntags:\n  - 渡輪\n  - 天氣\n---\n\n海面平靜。\n");
        await using var ho = await Colleague.Arrive(chromium, address, new() { Locale = "en-US", ReducedMotion = ReducedMotion.Reduce });
        await ho.SignIn((await portal.Add("Ho Yan", Role.Admin)).Email!);
        await ho.Page.GotoAsync("/taxonomy");
        var tags = ho.Page.GetByRole(AriaRole.Region, new() { Name = "Tags", Exact = true });

        await Create(tags, "C#");
        await Expect(tags.GetByRole(AriaRole.Alert)).ToContainTextAsync("#");
        await Create(tags, "市集");
        await Expect(tags.GetByRole(AriaRole.Row, new() { Name = "市集" })).ToContainTextAsync("0");
        await Expect(tags.GetByRole(AriaRole.Alert)).ToBeEmptyAsync();

        await tags.GetByRole(AriaRole.Button, new() { Name = "Rename \"渡輪\"" }).ClickAsync();
        var dialog = ho.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Published: 1. A correction is opened for each");
        var axe = await ho.Page.RunAxe();
        Assert.Empty(axe.Violations.Where(violation => violation.Impact is "serious" or "critical").SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
        await dialog.GetByLabel("New name").FillAsync("天氣");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Rename", Exact = true }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is \"天氣\" already.");
        await dialog.GetByLabel("New name").FillAsync("街渡");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Rename", Exact = true }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("Renamed to \"街渡\". Articles changed: 1.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).Last.ClickAsync();
        await Expect(tags.GetByRole(AriaRole.Row, new() { Name = "街渡" })).ToContainTextAsync("1");

        await tags.GetByRole(AriaRole.Button, new() { Name = "Delete \"天氣\"" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("\"天氣\" is deleted. Articles changed: 1.");

        Assert.Equal("---\ntitle: 渡輪停航\ntags:\n  - 街渡\n---\n\n海面平靜。\n", (await portal.Get<Authority>().Read(id, TestContext.Current.CancellationToken))!.Text);
        Assert.Equal("Draft/Live", (await portal.Get<ArticleShelf>().Find(Actor.Portal, id, TestContext.Current.CancellationToken))!.States());
        Assert.Empty(ho.Troubles);
    }

    [Fact]
    public async Task Who_is_no_admin_does_not_see_the_page()
    {
        await using var portal = new PortalFactory();
        await using var lok = await Colleague.Arrive(chromium, portal.Serve());
        await lok.SignIn((await portal.Add("Wong Lok", Role.Editor)).Email!);

        await lok.Page.GotoAsync("/taxonomy");

        await Expect(lok.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This page is not for your role");
    }

    private static async Task Create(ILocator tags, string name)
    {
        await tags.GetByLabel("New tag").FillAsync(name);
        await tags.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
    }

    private static async Task<long> Import(PortalFactory portal, string text)
    {
        var cancel = TestContext.Current.CancellationToken;
        var file = new ImportFile("content/post/a.md", System.Text.Encoding.UTF8.GetBytes(text));
        var taken = await portal.Get<ArticleImport>().Take([file], Actor.Portal, cancel).FirstAsync(cancel);
        await portal.Get<Following>().Settled(cancel);
        return taken.ArticleId!.Value;
    }
}
