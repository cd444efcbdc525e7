using System.Globalization;
using Microsoft.Playwright;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

/// <summary>The line or the server goes away under somebody who writes, and they go on.</summary>
[Collection(BrowserTests.Name)]
public sealed class AwayTests(Chromium chromium) : IAsyncDisposable
{
    // From the first key without an answer to the word "Offline", and from the return of the line to "Saved", by the page's own clock.
    private const string Watch =
        """
        () => {
          const times = window.away = { states: [] };
          const state = document.querySelector("[data-host=state]");
          new MutationObserver(() => times.states.push([state.dataset.state, performance.now()])).observe(state, { attributes: true });
          times.since = (name, from) => times.states.find(([said, at]) => said === name && at > from)[1] - from;
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly PortalFactory _portal = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return _portal.DisposeAsync();
    }

    [Fact]
    public async Task Ten_seconds_without_a_network_cost_no_key()
    {
        const string keys = "0123456789abcdefghijklmnopqrstuvwxyz0123456789";
        await using var cable = new Cable(_portal.Serve());
        var (mei, screen) = await Arrive(cable);
        await using var _ = mei;
        await screen.TypeAtTheEnd("先：");
        await screen.Settle();
        await mei.Page.EvaluateAsync(Watch);

        cable.Cut();
        var from = await Now(mei.Page);
        var typing = mei.Page.Keyboard.TypeAsync(keys, new() { Delay = 10_000 / keys.Length });
        await Expect(screen.SaveState).ToContainTextAsync("Offline: kept on this computer");
        await typing;
        await Expect(screen.SaveState).ToHaveTextAsync($"Offline: kept on this computer ({keys.Length} changes)");
        await mei.Keeps(keys[^1..]);
        var mended = await Now(mei.Page);
        cable.Mend();
        await screen.Settle();
        await Expect(screen.SaveState).ToContainTextAsync("Saved");

        Assert.EndsWith($"---\n先：{keys}", (await _portal.Get<Authority>().Read(screen.Id, Cancel))!.Text, StringComparison.Ordinal);
        var (told, saved) = (await Since(mei.Page, "offline", from), await Since(mei.Page, "saved", mended));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"told after {told:0} ms, saved {saved:0} ms after the return"));
        // 2 s and 3 s are promised; a machine that runs other tests beside this one gets as much again.
        Assert.InRange(told, 0, 4000);
        Assert.InRange(saved, 0, 6000);
        Assert.Empty(mei.Troubles);
    }

    [Fact]
    public async Task A_composition_goes_on_while_the_line_is_lost_and_comes_back()
    {
        await using var cable = new Cable(_portal.Serve());
        var (mei, screen) = await Arrive(cable);
        await using var _ = mei;
        await screen.TypeAtTheEnd("她寫：");
        await screen.Settle();
        var method = await InputMethod.Take(mei.Page);

        await method.Compose("ㄋ");
        cable.Cut();
        await method.Compose("ㄋㄧˇ");
        await Expect(screen.SaveState).ToContainTextAsync("Offline");
        cable.Break();
        cable.Mend();
        await Expect(screen.SaveState).ToContainTextAsync("Saved");
        await method.Compose("你好");
        Assert.False(await method.HasEnded());
        await method.Commit("你好");
        await screen.Settle();

        await Expect(screen.Text).ToHaveTextAsync("她寫：你好");
        Assert.EndsWith("---\n她寫：你好", (await _portal.Get<Authority>().Read(screen.Id, Cancel))!.Text, StringComparison.Ordinal);
        Assert.Empty(mei.Troubles);
    }

    [Fact]
    public async Task A_restart_of_the_server_takes_neither_keys_nor_caret_nor_undo_nor_place()
    {
        var (before, mei, screen) = await ArriveAtAProcess();
        await using var _ = before;
        await using var __ = mei;
        await screen.TypeAtTheEnd(string.Concat(Enumerable.Range(1, 80).Select(line => $"第{line}行。\n")));
        await screen.Type("甲");
        await before.Kill();

        var banner = mei.Page.Locator("#components-reconnect-modal");
        await screen.Type("乙");
        await Expect(screen.SaveState).ToContainTextAsync("Offline");
        await using var after = await PortalProcess.Serve(_folder.Path, before.Address);
        await Expect(banner).ToContainTextAsync("The server was restarted. You can go on writing");
        await screen.Type("丙");
        await Expect(screen.SaveState).ToContainTextAsync("Saved");
        await Expect(screen.Text).ToBeFocusedAsync();

        // Left, the page is loaded anew, and what it is is what it was.
        await mei.Page.EvaluateAsync("() => { window.isOld = true; }");
        var scrolled = await Scrolled(mei.Page);
        await mei.Page.Keyboard.PressAsync("ArrowLeft");
        await banner.GetByRole(AriaRole.Button, new() { Name = "Load it now" }).ClickAsync();
        await mei.Page.WaitForFunctionAsync("() => !window.isOld");
        await screen.Shown();
        await Expect(banner).ToBeHiddenAsync();
        await mei.Page.WaitForFunctionAsync("top => Math.abs(document.querySelector('[data-host=text] .cm-scroller').scrollTop - top) < 3", scrolled);
        await screen.Text.FocusAsync();
        await screen.Type("丁");
        await screen.SeesInText("甲乙丁丙");
        await mei.Page.Keyboard.PressAsync("Control+z");
        await mei.Page.Keyboard.PressAsync("Control+z");
        await screen.Settle();

        Assert.EndsWith("第80行。\n甲乙", await screen.WholeText(), StringComparison.Ordinal);
        Assert.Empty(mei.Troubles);
    }

    [Fact]
    public async Task What_is_typed_into_a_field_while_the_server_is_away_is_set_when_it_is_back()
    {
        var (before, mei, screen) = await ArriveAtAProcess();
        await using var _ = before;
        await using var __ = mei;
        await screen.Fill("Title", "離線前");
        await Expect(screen.Headline).ToHaveTextAsync("離線前");
        await before.Kill();

        var banner = mei.Page.Locator("#components-reconnect-modal");
        await Expect(banner).ToBeVisibleAsync();
        await screen.Field("Title").FillAsync("離線時改的");
        await screen.Field("Summary").FillAsync("離線時寫的摘要。");
        await using var after = await PortalProcess.Serve(_folder.Path, before.Address);
        await Expect(banner).ToContainTextAsync("The server was restarted.");
        await mei.Page.EvaluateAsync("() => { window.isOld = true; }");
        await screen.Field("Summary").BlurAsync();
        await mei.Page.WaitForFunctionAsync("() => !window.isOld");
        await screen.Shown();

        await Expect(screen.Headline).ToHaveTextAsync("離線時改的");
        await Expect(screen.Field("Summary")).ToHaveValueAsync("離線時寫的摘要。");
        await screen.SeesWhole("summary: \"離線時寫的摘要。\"");
        // Blazor says so itself of each event that it could not send.
        Assert.DoesNotContain(mei.Troubles, trouble => !trouble.Contains("Cannot send data", StringComparison.Ordinal));
    }

    private async Task<(PortalProcess, Colleague, ArticleScreen)> ArriveAtAProcess()
    {
        await PortalProcess.Run("user", "add", "mei@example.hk", "--role", "journalist", "--password", PortalFactory.Password, "--data", _folder.Path);
        var portal = await PortalProcess.Serve(_folder.Path);
        var mei = await Colleague.Arrive(chromium, portal.Address);
        await mei.SignIn("mei@example.hk");
        await mei.Page.GetByRole(AriaRole.Button, new() { Name = "New article" }).ClickAsync();
        return (portal, mei, await mei.Read());
    }

    private async Task<(Colleague, ArticleScreen)> Arrive(Cable cable)
    {
        var article = (await _portal.Get<ArticleShelf>().Create((await _portal.Add("Mei", Role.Journalist)).AsActor(), Cancel)).Value;
        var mei = await Colleague.Arrive(chromium, cable.Address);
        await mei.SignIn("mei@example.hk");
        return (mei, await mei.Open(article));
    }

    private static Task<double> Now(IPage page) => page.EvaluateAsync<double>("() => performance.now()");

    private static Task<double> Since(IPage page, string state, double from) => page.EvaluateAsync<double>("([state, from]) => away.since(state, from)", new object[] { state, from });

    private static Task<double> Scrolled(IPage page) => page.EvaluateAsync<double>("() => document.querySelector('[data-host=text] .cm-scroller').scrollTop");
}
