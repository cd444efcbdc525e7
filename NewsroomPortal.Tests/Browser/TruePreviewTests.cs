using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class TruePreviewTests(Chromium chromium) : IAsyncLifetime
{
    private const string Page = "<!doctype html><link rel=\"stylesheet\" href=\"{{ \"css/paper.css\" | absURL }}\"><body><h1>{{ .Title }}</h1>{{ .Content }}</body>";

    private readonly TemporaryFolder _folder = new();
    private PortalProcess? _portal;
    private Colleague? _lok;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await (_lok?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_portal?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }

    [Fact]
    public async Task The_true_preview_shows_the_theme_follows_the_text_and_leads_to_the_line_where_Hugo_stops()
    {
        var screen = await Open(Page, "列車服務恢復。");
        var page = Frame(screen);
        await Expect(page.Locator("h1")).ToHaveTextAsync("港島線");
        await Expect(page.Locator("h1")).ToHaveCSSAsync("color", "rgb(1, 2, 3)");
        await Expect(screen.Preview.GetByText("Agrees with the instant preview")).ToBeVisibleAsync();

        await screen.TypeAtTheEnd("新的一句。");
        await Expect(page.Locator("p")).ToContainTextAsync("新的一句。");

        await screen.TypeAtTheEnd("\n\n{{< nowhere >}}\n\n完");
        await screen.Preview.GetByRole(AriaRole.Button, new() { Name = "Go to line" }).ClickAsync();
        await Expect(screen.Text).ToBeFocusedAsync();
        await screen.Type("這行：");
        await Expect(screen.Text).ToContainTextAsync("這行：{{< nowhere >}}");
        Assert.Empty(_lok!.Troubles);
    }

    [Fact]
    public async Task The_line_where_Hugo_stops_is_marked_in_the_text_and_the_mark_moves_with_it()
    {
        var screen = await Open(Page, "列車服務恢復。");
        var marked = screen.Text.Locator(".np-stop");
        await screen.TypeAtTheEnd("\n\n{{< nowhere >}}\n\n完");
        await Expect(marked).ToContainTextAsync("{{< nowhere >}}");
        var sign = screen.Text.GetByRole(AriaRole.Img, new() { Name = "Hugo stops here:" });
        await Expect(sign).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex("\"nowhere\" not found"));

        // Before axe, which asks for styles that the page's policy keeps from it.
        Assert.Empty(_lok!.Troubles);
        Assert.Empty((await _lok.Page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Id));

        await screen.Text.FocusAsync();
        await _lok.Page.Keyboard.PressAsync("Control+Home");
        await screen.Type("上面一行\n\n");
        await Expect(marked).ToContainTextAsync("{{< nowhere >}}");
        await Expect(screen.Preview.GetByRole(AriaRole.Button, new() { Name = "Go to line 7" })).ToBeVisibleAsync();
        await Expect(marked).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Where_the_previews_differ_both_are_told_and_a_button_leads_to_the_line()
    {
        Lay("../data/site/layouts/_default/_markup/render-link.html", "<a href=\"{{ .Destination }}\"><b>{{ .Text }}</b></a>");
        Lay("../data/site/layouts/_default/_markup/render-heading.html", "<h{{ .Level }}>※{{ .Text }}</h{{ .Level }}>");
        var screen = await Open(Page, "列車服務恢復。\n\n## 時間表\n\n見[網站](https://example.hk/)。");
        await Expect(screen.Preview.GetByText("Differs from the instant preview (2)")).ToBeVisibleAsync();
        var told = screen.Preview.GetByRole(AriaRole.Region, new() { Name = "What differs from the instant preview" }).GetByRole(AriaRole.Listitem);
        await Expect(told).ToHaveCountAsync(2);
        await Expect(told.Nth(0).GetByRole(AriaRole.Definition)).ToHaveTextAsync(["時間表", "※時間表"]);
        await Expect(told.Nth(1).GetByRole(AriaRole.Definition)).ToHaveTextAsync(["<p> <a>", "<p> <a> <b>"]);

        // Before axe, which asks for styles that the page's policy keeps from it.
        Assert.Empty(_lok!.Troubles);
        Assert.Empty((await _lok.Page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Id));
        await told.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Go to line" }).ClickAsync();
        await Expect(screen.Text).ToBeFocusedAsync();
        await screen.Type("請");
        await Expect(screen.Text).ToContainTextAsync("請見[網站]");
    }

    [Fact]
    public async Task The_place_is_kept_when_it_is_built_anew_and_no_script_of_the_theme_runs()
    {
        const string Scripts = "<script>document.documentElement.className = 'ran'</script><script src=\"{{ \"js/a.js\" | absURL }}\"></script><img src=\"x\" onerror=\"document.documentElement.className = 'ran'\">"
            + "<noscript><p id=\"plain\">沒有程式</p></noscript><meta http-equiv=\"refresh\" content=\"0;url=/account/sign-in\">";
        Lay("../data/site/static/js/a.js", "document.documentElement.className = 'ran'");
        var screen = await Open(Scripts + Page + Scripts, string.Join("\n\n", Enumerable.Range(1, 60).Select(number => $"第{number}段。")));
        var page = Frame(screen);
        await Expect(page.GetByText("第60段。")).ToBeVisibleAsync();
        await Expect(page.Locator("#plain").First).ToBeVisibleAsync();
        await Expect(page.Locator("html")).Not.ToHaveClassAsync("ran");

        var wanted = await page.GetByText("第40段。").EvaluateAsync<int>(
            """
            paragraph => new Promise(resolve => {
              const to = Math.round(paragraph.getBoundingClientRect().top + scrollY);
              addEventListener("scroll", () => resolve(to), { once: true });
              document.readyState === "complete" ? scrollTo(0, to) : addEventListener("load", () => setTimeout(() => scrollTo(0, to)), { once: true });
            })
            """);
        Assert.True(wanted > 1000, $"The page scrolls to {wanted} only.");
        await screen.TypeAtTheEnd("新的一句。");
        await Expect(page.GetByText("新的一句。")).ToHaveCountAsync(1);
        Assert.Equal(wanted, await ScrolledTo(page));

        await screen.Preview.GetByRole(AriaRole.Tab, new() { Name = "Instant" }).ClickAsync();
        await Expect(page.Locator("h1")).ToBeHiddenAsync();
        await screen.Preview.GetByRole(AriaRole.Tab, new() { Name = "True preview" }).ClickAsync();
        await Expect(page.GetByText("第40段。")).ToBeInViewportAsync();
        await screen.TypeAtTheEnd("再一句。");
        await Expect(page.GetByText("再一句。")).ToHaveCountAsync(1);
        Assert.Equal(wanted, await ScrolledTo(page));
        await Expect(page.Locator("html")).Not.ToHaveClassAsync("ran");
    }

    /// <summary>An editor with one article of a site that has this layout, at its true preview.</summary>
    private async Task<ArticleScreen> Open(string layout, string body)
    {
        Programs.RequireHugo();
        Lay("content/post/2026/03/a.md", $"---\ntitle: 港島線\ndate: \"2026-03-01 09:00:00\"\n---\n\n{body}\n");
        var data = _folder.Below("data");
        await PortalProcess.Run("import", _folder.Below("old"), "--data", data);
        await PortalProcess.Run("user", "add", "lok@example.hk", "--role", "editor", "--password", PortalFactory.Password, "--data", data);
        Lay("../data/site/layouts/_default/single.html", layout);
        Lay("../data/site/static/css/paper.css", "h1 { color: rgb(1, 2, 3) } p { height: 60px }");
        _portal = await PortalProcess.Serve(data);
        _lok = await Colleague.Arrive(chromium, _portal.Address);
        await _lok.SignIn("lok@example.hk");
        var screen = await _lok.Open(1);
        await screen.Act("Start correction").ClickAsync();
        await Expect(screen.Text).Not.ToHaveAttributeAsync("aria-readonly", "true");
        await screen.Preview.GetByRole(AriaRole.Tab, new() { Name = "True preview" }).ClickAsync();
        return screen;
    }

    private static IFrameLocator Frame(ArticleScreen screen) => screen.Preview.FrameLocator("iframe[title='True preview']");

    private static Task<int> ScrolledTo(IFrameLocator page) => page.Locator("html").EvaluateAsync<int>("() => Math.round(scrollY)");

    private void Lay(string path, string text)
    {
        var full = Path.GetFullPath(Path.Combine(_folder.Below("old"), path));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
