using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

/// <summary>
/// Every screen in light and dark, wide and narrow, Chinese and English: none scrolls sideways, axe finds nothing serious. The pictures lie in
/// TestResults/screens, for eyes.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class ScreensTests(Chromium chromium, ScreensNewsroom newsroom) : IClassFixture<ScreensNewsroom>
{
    [Theory]
    [InlineData("zh-HK", ColorScheme.Light, 1440)]
    [InlineData("zh-HK", ColorScheme.Dark, 390)]
    [InlineData("en", ColorScheme.Dark, 1440)]
    [InlineData("en", ColorScheme.Light, 390)]
    public async Task Every_screen_fits_and_can_be_used_by_all(string language, ColorScheme scheme, int width)
    {
        await using var visitor = await Colleague.Arrive(chromium, newsroom.Address, new()
        {
            Locale = language,
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = width < 900 ? 844 : 900 },
        });
        var found = new List<string>();
        async Task Look(string name) => found.AddRange(await Problems(visitor.Page, name, $"{name}-{language}-{scheme}-{width}".ToLowerInvariant()));

        await visitor.Page.GotoAsync(newsroom.SetUp);
        await Look("set-up");
        await visitor.Page.GotoAsync("/account/sign-in");
        await Look("sign-in");
        await visitor.SignIn(newsroom.Everybody);
        await Expect(visitor.Page.Locator(".np-card").First).ToBeVisibleAsync();
        await Look("desk");
        foreach (var page in new[] { "articles", "taxonomy", "people" })
        {
            await visitor.Page.GotoAsync($"/{page}");
            await Expect(visitor.Page.Locator("main table").First).ToBeVisibleAsync();
            await Look(page);
        }
        foreach (var page in new[] { "import", "settings" })
        {
            await visitor.Page.GotoAsync($"/{page}");
            await Expect(visitor.Page.Locator("main h1").First).ToBeVisibleAsync();
            await Look(page);
        }
        var screen = await visitor.Open(newsroom.Article);
        await Expect(visitor.Page.Locator("[data-host=preview] table")).ToHaveCountAsync(1);
        await Look("article-text");
        foreach (var pane in Panes(width))
        {
            await visitor.Page.Locator($"[role=tab][aria-controls={pane}]:visible").ClickAsync();
            await Expect(visitor.Page.Locator($"#{pane}")).ToBeVisibleAsync();
            if (pane == "preview-true")
            {
                await Expect(visitor.Page.Locator("#preview-true iframe, #preview-true .told").First).ToBeVisibleAsync();
            }
            await Look($"article-{pane}");
        }
        Assert.Empty(found);
        Assert.Empty(visitor.Troubles);
    }

    /// <summary>Wide screens show text and preview at all times.</summary>
    private static string[] Panes(int width) => [.. width < 900 ? ["pane-preview"] : Array.Empty<string>(), "panel-details", "panel-review", "panel-publishing", .. width < 900 ? Array.Empty<string>() : ["preview-true"]];

    /// <summary>What is wrong with a page as it stands; its picture is kept under a name of its own.</summary>
    internal static async Task<IEnumerable<string>> Problems(IPage page, string name, string picture)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var folder = Path.Combine(SharedFolder.Checkout, "NewsroomPortal.Tests", "TestResults", "screens");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, picture + ".png") });
        var (shown, needed) = (await page.EvaluateAsync<int>("() => innerWidth"), await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth"));
        var sideways = needed > shown ? [$"{name}: {needed} px wide on a screen of {shown}"] : Array.Empty<string>();
        var axe = await page.RunAxe();
        return sideways.Concat(axe.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{name}: {Tell(violation)}"));
    }

    private static string Tell(AxeResultItem violation) => $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}";
}
