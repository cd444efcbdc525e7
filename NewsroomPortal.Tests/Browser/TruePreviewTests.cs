using Microsoft.Playwright;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class TruePreviewTests(Chromium chromium) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_true_preview_shows_the_theme_follows_the_text_and_leads_to_the_line_where_Hugo_stops()
    {
        Programs.RequireHugo();
        Lay("content/post/2026/03/a.md", "---\ntitle: 港島線\ndate: \"2026-03-01 09:00:00\"\n---\n\n列車服務恢復。\n");
        var data = _folder.Below("data");
        await PortalProcess.Run("import", _folder.Below("old"), "--data", data);
        await PortalProcess.Run("user", "add", "lok@example.hk", "--role", "editor", "--password", PortalFactory.Password, "--data", data);
        Lay("../data/site/layouts/_default/single.html", "<link rel=\"stylesheet\" href=\"{{ \"css/paper.css\" | absURL }}\"><body><h1>{{ .Title }}</h1>{{ .Content }}</body>");
        Lay("../data/site/static/css/paper.css", "h1 { color: rgb(1, 2, 3) }");

        await using var portal = await PortalProcess.Serve(data);
        await using var lok = await Colleague.Arrive(chromium, portal.Address);
        await lok.SignIn("lok@example.hk");
        var screen = await lok.Open(1);
        await screen.Act("Start correction").ClickAsync();
        await screen.Preview.GetByRole(AriaRole.Tab, new() { Name = "True preview" }).ClickAsync();
        var page = screen.Preview.FrameLocator("iframe[title='True preview']");
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
    }

    private void Lay(string path, string text)
    {
        var full = Path.GetFullPath(Path.Combine(_folder.Below("old"), path));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
