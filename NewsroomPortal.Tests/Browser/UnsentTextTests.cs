using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

/// <summary>Text that its page could not send: it is in the browser, and arrives once, in its writer's name.</summary>
[Collection(BrowserTests.Name)]
public sealed class UnsentTextTests(Chromium chromium) : IAsyncLifetime
{
    private readonly PortalFactory _portal = new();
    private Cable _cable = null!;
    private Person _mei = null!;
    private long _article;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cable = new Cable(_portal.Serve());
        _mei = await _portal.Add("Mei", Role.Journalist);
        _article = (await _portal.Get<ArticleShelf>().Create(_mei.AsActor(), Cancel)).Value;
    }

    public async ValueTask DisposeAsync()
    {
        await _cable.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_killed_tab_s_text_is_added_when_the_article_is_opened_again_and_the_writer_is_told()
    {
        await using var mei = await Arrive("Mei");
        await TypeUnsent(mei, "未送出的字。");
        await mei.LoseTheTab();
        _cable.Mend();

        var screen = await mei.Open(_article);

        await screen.SeesInText("未送出的字。");
        await Expect(screen.Kept).ToContainTextAsync("Added from an earlier session: 6 characters in, 0 out.");
        await Expect(screen.SaveState).ToContainTextAsync("Saved");
        Assert.EndsWith("---\n未送出的字。", await Text(), StringComparison.Ordinal);
        Assert.Equal("[]", await mei.KeptText());
        await screen.Kept.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(screen.Text).ToBeFocusedAsync();
        await screen.Kept.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(screen.Kept).ToBeEmptyAsync();
        Assert.Empty(mei.Troubles);
    }

    [Fact]
    public async Task A_killed_browser_s_text_is_sent_from_the_desk_when_it_is_started_again()
    {
        using var profile = new TemporaryFolder();
        await using (var killed = await ChromiumProcess.Start(profile.Path))
        {
            var mei = await Colleague.At(killed.Computer);
            await mei.SignIn("mei@example.hk", _cable.Address);
            await TypeUnsent(mei, "未送出的字。");
            killed.Kill();
        }
        _cable.Mend();
        await using var started = await ChromiumProcess.Start(profile.Path);
        var again = await Colleague.At(started.Computer);

        await again.SignIn("mei@example.hk", _cable.Address);

        await Expect(again.Page.Locator("np-kept")).ToContainTextAsync($"Article {_article}Added from an earlier session: 6 characters in, 0 out.");
        Assert.EndsWith("---\n未送出的字。", await Text(), StringComparison.Ordinal);
        Assert.Equal("[]", await again.KeptText());
    }

    [Fact]
    public async Task A_page_that_is_loaded_again_while_the_disk_is_busy_brings_its_text_once()
    {
        await using var mei = await Arrive("Mei");
        var screen = await mei.Open(_article);
        using (await _portal.Get<WriteGate>().EnterAsync(Cancel))
        {
            await screen.TypeAtTheEnd("正在儲存。");
            await Expect(screen.SaveState).ToHaveTextAsync("Not saved yet: kept on this computer (1 changes)");
            await mei.Page.ReloadAsync();
            screen = await mei.Read();
        }

        await screen.SeesInText("正在儲存。");
        await Expect(screen.SaveState).ToContainTextAsync("Saved");
        await screen.TypeAtTheEnd("完。");
        await screen.Settle();
        Assert.EndsWith("---\n正在儲存。完。", await Text(), StringComparison.Ordinal);
        Assert.Empty(mei.Troubles);
    }

    [Fact]
    public async Task Two_tabs_leave_each_other_s_text_alone()
    {
        await using var mei = await Arrive("Mei");
        var screen = await mei.Open(_article);
        var other = await mei.InAnotherTab();
        ArticleScreen beside;
        using (await _portal.Get<WriteGate>().EnterAsync(Cancel))
        {
            await screen.TypeAtTheEnd("甲。");
            await mei.Keeps("甲。");
            beside = await other.Open(_article);
            await beside.TypeAtTheEnd("乙。");
        }

        await Task.WhenAll(screen.Settle(), beside.Settle());
        var text = await Text();
        Assert.Equal((1, 1), (Count(text, "甲。"), Count(text, "乙。")));
        await Task.WhenAll(screen.Has(text), beside.Has(text));
        await Expect(beside.Kept).ToBeEmptyAsync();
        Assert.Empty(mei.Troubles.Concat(other.Troubles));
    }

    [Fact]
    public async Task Somebody_else_at_the_same_browser_neither_sees_nor_sends_it()
    {
        await _portal.Add("Lok", Role.Editor);
        await using var browser = await Arrive("Mei");
        await TypeUnsent(browser, "美的字。");
        await browser.LoseTheTab();
        await browser.LoseTheSession();
        _cable.Mend();

        await browser.SignIn("lok@example.hk");
        var loks = await browser.Open(_article);
        await loks.TypeAtTheEnd("樂的字。");
        await loks.Settle();
        Assert.EndsWith("---\n樂的字。", await Text(), StringComparison.Ordinal);
        await Expect(loks.Kept).ToBeEmptyAsync();
        await browser.Keeps("美的字。");

        await browser.LoseTheSession();
        await browser.SignIn("mei@example.hk");
        await Expect(browser.Page.Locator("np-kept")).ToContainTextAsync("4 characters in");
        var text = await Text();
        Assert.Equal((1, 1), (Count(text, "美的字。"), Count(text, "樂的字。")));
        Assert.Equal(_mei.Id, await AuthorOf("美的字。"));
        Assert.Empty(browser.Troubles);
    }

    [Fact]
    public async Task A_page_whose_browser_somebody_else_signed_in_at_sends_nothing_more()
    {
        await _portal.Add("Lok", Role.Editor);
        await using var mei = await Arrive("Mei");
        var screen = await mei.Open(_article);
        _cable.Cut();
        await screen.TypeAtTheEnd("美的字。");
        await Expect(screen.SaveState).ToContainTextAsync("Offline");
        await mei.LoseTheSession();
        _cable.Break();
        _cable.Mend();
        await (await mei.InAnotherTab()).SignIn("lok@example.hk");

        await Expect(screen.SaveState).ToContainTextAsync("You are signed out: 1 changes are kept on this computer.");
        await mei.Keeps("美的字。");
        Assert.DoesNotContain("美的字。", await Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signs_out_over_unsent_text_downloads_it_and_decides_that_it_goes()
    {
        await using var mei = await Arrive("Mei");
        var screen = await mei.Open(_article);
        using var busy = await _portal.Get<WriteGate>().EnterAsync(Cancel);
        await screen.TypeAtTheEnd("還未存好。");
        await mei.Keeps("還未存好。");
        await mei.Page.GetByLabel("Account: Mei").ClickAsync();
        await mei.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await mei.Page.WaitForURLAsync("**/account/leave");

        var saved = await mei.Page.RunAndWaitForDownloadAsync(() => mei.Page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        Assert.Equal($"article-{_article}.md", saved.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await saved.PathAsync(), Cancel);
        Assert.StartsWith("---\ntitle: ", text, StringComparison.Ordinal);
        Assert.EndsWith("---\n還未存好。", text, StringComparison.Ordinal);
        Assert.Contains("還未存好。", await mei.KeptText(), StringComparison.Ordinal);

        await mei.Page.GetByRole(AriaRole.Button, new() { Name = "Remove what is left and sign out" }).ClickAsync();
        await mei.Page.WaitForURLAsync("**/account/sign-in");
        Assert.Equal("[]", await mei.KeptText());
        Assert.Empty(mei.Troubles);
    }

    private async Task<Colleague> Arrive(string name)
    {
        var colleague = await Colleague.Arrive(chromium, _cable.Address);
        await colleague.SignIn($"{name}@example.hk");
        return colleague;
    }

    /// <summary>Ends with the network cut and the words in the browser's storage.</summary>
    private async Task TypeUnsent(Colleague writer, string words)
    {
        var screen = await writer.Open(_article, _cable.Address);
        _cable.Cut();
        await screen.TypeAtTheEnd(words);
        await writer.Keeps(words);
    }

    private async Task<string> Text() => (await _portal.Get<Authority>().Read(_article, Cancel))!.Text;

    /// <summary>Whose name stands at the change that brought these words.</summary>
    private async Task<string?> AuthorOf(string words)
    {
        await using var db = _portal.Get<IDbContextFactory<NewsroomDb>>().CreateDbContext();
        var changes = await db.Set<DocumentChange>().Where(change => change.DocumentId == _article).ToListAsync(Cancel);
        return Assert.Single(changes, change => change.Changes.Contains(words, StringComparison.Ordinal)).PersonId;
    }

    private static int Count(string text, string words) => text.Split(words).Length - 1;
}
