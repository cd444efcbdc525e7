using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Shell.Commands;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

/// <summary>Somebody brings a folder in, changes it outside the portal, and decides.</summary>
[Collection(BrowserTests.Name)]
public sealed class ImportPageTests(Chromium chromium)
{
    [Fact]
    public async Task A_folder_is_imported_compared_decided_about_and_exported()
    {
        await using var portal = new PortalFactory();
        using var folder = new TempFolder();
        ContentTree.Write(folder["in"], new()
        {
            ["content/a.md"] = "---\ntitle: 渡輪\n---\n海面平靜。\n".Bytes(),
            ["content/b.md"] = "b\n".Bytes(),
            ["content/latin.md"] = [0xE9],
            ["content/圖.png"] = [1, 2, 3],
        });
        await using var ho = await Colleague.Arrive(chromium, portal.Serve(), new()
        {
            Locale = "en-US",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = 390, Height = 844 },
        });
        await ho.SignIn((await portal.Add("Ho Yan", Role.Admin | Role.Editor)).Email!);
        var page = ho.Page;
        await page.GotoAsync("/import");

        await Compare(page, folder["in"]);
        await Expect(Kind(page, "New in the folder: 4")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "All: Take it in" }).ClickAsync();
        await Expect(page.GetByText("4 of 4 files")).ToContainTextAsync("Finished.");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Refused: 1" })).ToContainTextAsync("content/latin.md");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Refused: 1" })).ToContainTextAsync("UTF-8");

        var site = portal.Get<ContentFolder>().Root;
        File.WriteAllText(Path.Combine(site, "content/a.md"), "---\ntitle: 渡輪\n---\n風浪大。\n");
        File.Delete(Path.Combine(site, "content/b.md"));
        await Compare(page, site);
        var axe = await page.RunAxe();
        Assert.Empty(axe.Violations.Where(violation => violation.Impact is "serious" or "critical").SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var take = page.GetByRole(AriaRole.Button, new() { Name = "Take the folder's: content/a.md" });
        await take.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(take).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Put the portal's back: content/b.md" }).ClickAsync();
        await Expect(page.GetByText("Unchanged: 1. Different: 0.")).ToBeVisibleAsync();
        Assert.Equal("b\n", File.ReadAllText(Path.Combine(site, "content/b.md")));
        Assert.Equal("---\ntitle: 渡輪\n---\n風浪大。\n", (await portal.Get<Authority>().Read(1, TestContext.Current.CancellationToken))!.Text);

        await page.GetByLabel("Folder to export to").FillAsync(folder["out"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Export", Exact = true }).ClickAsync();
        await Expect(page.GetByText("3 of 3 files")).ToContainTextAsync("Finished.");
        Assert.Equal(["content/a.md", "content/b.md", "content/圖.png"], ContentTree.Read(folder["out"], "*").Keys.Order(StringComparer.Ordinal));
        Assert.Empty(ho.Troubles);
    }

    private static async Task Compare(IPage page, string folder)
    {
        await page.GetByLabel("Folder on the server").FillAsync(folder);
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Comparison" })).ToBeVisibleAsync();
    }

    private static ILocator Kind(IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name });
}
