using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class HistoryTests(Chromium chromium) : IAsyncDisposable
{
    private readonly PortalFactory _portal = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Two_people_write_and_one_looks_back_compares_restores_a_passage_and_undoes_it()
    {
        var address = _portal.Serve();
        var owner = await _portal.Add("Mei", Role.Journalist);
        var id = (await _portal.Get<ArticleShelf>().Create(owner.AsActor(), Cancel)).Value;
        await _portal.Add("Lok", Role.Editor);
        await using var mei = await Arrive(address, "Mei");
        await using var lok = await Arrive(address, "Lok");
        var (meis, loks) = (await mei.Open(id), await lok.Open(id));
        await meis.TypeAtTheEnd("天星小輪今早開航。\n\n尾段留白。");
        await meis.Settle();
        await loks.SeesInText("尾段留白");
        await meis.Fill("Title", "渡輪復航");
        await Expect(loks.Headline).ToHaveTextAsync("渡輪復航");
        await loks.Text.FocusAsync();
        await lok.Page.Keyboard.PressAsync("Control+Home");
        await loks.Type("【更新】");
        await loks.Settle();
        var newest = await loks.WholeText();

        var history = await Open(lok);
        await Expect(history.GetByText("Line 1:")).ToBeVisibleAsync();
        await Expect(history.Locator(".line")).ToContainTextAsync("Mei");
        await Expect(history.Locator(".line")).ToContainTextAsync("Lok");
        var list = history.GetByRole(AriaRole.List, new() { Name = "Who wrote when, and how much" });
        await Expect(list).ToContainTextAsync("Lok");
        await Expect(list.GetByRole(AriaRole.Button).First).ToContainTextAsync("Lok");
        await Expect(list.GetByRole(AriaRole.Button).First).ToContainTextAsync("+4");
        await Expect(history.Locator("ins").Last).ToContainTextAsync("【更新】");

        // By the keyboard through time, to the beginning and back.
        var slider = history.GetByRole(AriaRole.Slider, new() { Name = "Version" });
        await slider.FocusAsync();
        await lok.Page.Keyboard.PressAsync("Home");
        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex("^Version 1 of [0-9]+: Mei, "));
        await lok.Page.Keyboard.PressAsync("End");
        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex("^Version ([0-9]+) of \\1: Lok, "));

        // Compare with the beginning: the field as a field, the text with its passages and their authors.
        await history.GetByLabel("Compare with").SelectOptionAsync("1");
        await Expect(history.Locator("dl dt").First).ToHaveTextAsync("title");
        await Expect(history.Locator("dl dd").First).ToContainTextAsync("渡輪復航");
        await Expect(history.Locator(".tools").Last).ToContainTextAsync("Mei");
        await history.GetByRole(AriaRole.Button, new() { Name = "Restore this passage" }).Last.ClickAsync();
        await Expect(loks.Text).Not.ToContainTextAsync("天星小輪");
        await lok.Page.GetByRole(AriaRole.Button, new() { Name = "Undo restoring" }).ClickAsync();
        await loks.SeesInText("天星小輪");
        await Task.WhenAll(meis.Has(newest), loks.Has(newest));

        // The whole first version, as an act that stands in the list.
        await slider.FocusAsync();
        await lok.Page.Keyboard.PressAsync("Home");
        await history.GetByRole(AriaRole.Button, new() { Name = "Restore version 1", Exact = true }).ClickAsync();
        await Expect(list).ToContainTextAsync("Older version restored");
        var first = (await _portal.Get<Authority>().ReadAt(id, 1, Cancel))!.Text;
        await Task.WhenAll(meis.Has(first), loks.Has(first));
        Assert.Empty(mei.Troubles.Concat(lok.Troubles));
    }

    [Theory]
    [InlineData("zh-HK", ColorScheme.Light, 1440)]
    [InlineData("en", ColorScheme.Dark, 390)]
    [InlineData("zh-HK", ColorScheme.Dark, 390)]
    public async Task The_history_fits_and_can_be_used_by_all(string language, ColorScheme scheme, int width)
    {
        var address = _portal.Serve();
        var owner = await _portal.Add("Mei", Role.Journalist);
        var id = (await _portal.Get<ArticleShelf>().Create(owner.AsActor(), Cancel)).Value;
        await using var mei = await Colleague.Arrive(chromium, address, new() { Locale = language, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await mei.SignIn("Mei@example.hk");
        await mei.Open(id);
        await mei.Page.Locator(".cm-content").First.ClickAsync();
        await mei.Page.Keyboard.InsertTextAsync("天文台表示，一股強烈冬季季候風會在周末抵達，市區氣溫將顯著下降。");
        await mei.Page.EvaluateAsync("id => newsroom.desks.get(id).settle()", id);
        await mei.Page.Locator("[role=tab][aria-controls=panel-history]:visible").ClickAsync();
        await Expect(mei.Page.Locator("#panel-history ins").Last).ToContainTextAsync("季候風");
        await Expect(mei.Page.Locator("#panel-history .line")).ToContainTextAsync("Mei");

        var folder = Path.Combine(SharedFolder.Checkout, "NewsroomPortal.Tests", "TestResults", "screens");
        await mei.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"history-{language}-{scheme}-{width}.png".ToLowerInvariant()) });
        Assert.InRange(await mei.Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth"), 0, width);
        var axe = await mei.Page.RunAxe();
        Assert.Empty(axe.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Empty(mei.Troubles);
    }

    private async Task<Colleague> Arrive(string address, string name)
    {
        var colleague = await Colleague.Arrive(chromium, address);
        await colleague.SignIn($"{name}@example.hk");
        return colleague;
    }

    private static async Task<ILocator> Open(Colleague colleague)
    {
        await colleague.Page.GetByRole(AriaRole.Tab, new() { Name = "History", Exact = true }).ClickAsync();
        return colleague.Page.GetByRole(AriaRole.Tabpanel, new() { Name = "History", Exact = true });
    }
}
