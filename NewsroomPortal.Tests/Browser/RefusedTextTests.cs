using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Features.Review;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

/// <summary>Text that arrives when its article has moved on.</summary>
[Collection(BrowserTests.Name)]
public sealed class RefusedTextTests(Chromium chromium) : IAsyncLifetime
{
    private readonly PortalFactory _portal = new();
    private Cable _cable = null!;
    private Person _mei = null!;
    private Person _lok = null!;
    private long _article;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cable = new Cable(_portal.Serve());
        _mei = await _portal.Add("Mei", Role.Journalist);
        _lok = await _portal.Add("Lok", Role.Editor);
        _article = (await _portal.Get<ArticleShelf>().Create(_mei.AsActor(), Cancel)).Value;
        Done(await _portal.Get<Authority>().Act(_article, _mei.AsActor(), turn =>
        {
            turn.Change(FrontMatter.Read(turn.Text.Text).Set("title", new FieldValue.Text("渡輪")).Change!);
            turn.Change(FrontMatter.Read(turn.Text.Text).Set("categories", new FieldValue.Items(["港聞"])).Change!);
            turn.Change(TextDiff.Between(turn.Text.Text, turn.Text.Text + "正文。\n"));
            return Task.FromResult(Outcome.Done);
        }, Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        await _cable.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Text_for_a_deleted_article_becomes_a_new_draft()
    {
        await using var mei = await Arrive();
        await TypeUnsent(mei, "遲來的一段。");
        await mei.LoseTheTab();
        Done(await _portal.Get<ArticleShelf>().Delete(_mei.AsActor(), _article, Cancel));
        _cable.Mend();

        await mei.Page.GotoAsync("/");
        var kept = mei.Page.Locator("np-kept");
        await Expect(kept).ToContainTextAsync("遲來的一段。 — There is no such article, or you may not read it.");
        await kept.GetByRole(AriaRole.Button, new() { Name = "Save as a new draft" }).ClickAsync();
        var draft = await mei.Read();

        await draft.SeesInText("遲來的一段。");
        Assert.NotEqual(_article, draft.Id);
        var text = (await _portal.Get<Authority>().Read(draft.Id, Cancel))!.Text;
        Assert.Equal("遲來的一段。", FrontMatter.Read(text).Body);
        Assert.NotNull(FrontMatter.Read(text)["title"]);
        Assert.Equal("[]", await mei.KeptText());
        Assert.Empty(mei.Troubles);
    }

    [Fact]
    public async Task Text_for_an_article_that_went_to_its_editors_is_offered_whole_and_discarded_only_twice_asked()
    {
        await using var mei = await Arrive();
        var screen = await TypeUnsent(mei, "遲來的一段。");
        Done(await _portal.Get<Reviewer>().Submit(_mei.AsActor(), _article, await Head(), Cancel));
        _cable.Break();
        _cable.Mend();

        await Expect(screen.Kept).ToContainTextAsync("6 characters that you typed could not be saved here:");
        var saved = await mei.Page.RunAndWaitForDownloadAsync(() => screen.Kept.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        Assert.EndsWith("---\n正文。\n遲來的一段。", await File.ReadAllTextAsync(await saved.PathAsync(), Cancel), StringComparison.Ordinal);
        await screen.Kept.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        Assert.Contains("遲來的一段。", await mei.KeptText(), StringComparison.Ordinal);
        await screen.Kept.GetByRole(AriaRole.Button, new() { Name = "Discard for good" }).ClickAsync();

        await Expect(screen.Kept).ToBeEmptyAsync();
        await Expect(screen.Text).ToHaveTextAsync("正文。");
        Assert.Equal("[]", await mei.KeptText());
        Assert.Empty(mei.Troubles);
    }

    [Fact]
    public async Task Text_that_comes_after_an_approval_voids_it()
    {
        await using var mei = await Arrive();
        var screen = await TypeUnsent(mei, "遲來的一段。");
        Done(await _portal.Get<Reviewer>().Submit(_mei.AsActor(), _article, await Head(), Cancel));
        Done(await _portal.Get<Reviewer>().Approve(_lok.AsActor(), _article, await Head(), Cancel));
        Assert.Equal(WorkingState.Approved, await Working());
        _cable.Break();
        _cable.Mend();

        await screen.Settle();
        await _portal.Get<Following>().Settled();

        Assert.Equal(WorkingState.Draft, await Working());
        Assert.EndsWith("---\n正文。\n遲來的一段。", (await _portal.Get<Authority>().Read(_article, Cancel))!.Text, StringComparison.Ordinal);
        Assert.Empty(mei.Troubles);
    }

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("zh-HK", ColorScheme.Dark)]
    public async Task What_is_said_of_it_fits_a_narrow_screen_and_can_be_used_by_all(string language, ColorScheme scheme)
    {
        await using var mei = await Arrive(new() { Locale = language, ColorScheme = scheme, ViewportSize = new() { Width = 390, Height = 844 } });
        var screen = await mei.Open(_article);
        _cable.Cut();
        await mei.Page.Locator(".cm-content").FocusAsync();
        await screen.Type("遲來的一段。");
        await mei.Keeps("遲來的一段。");
        Done(await _portal.Get<Reviewer>().Submit(_mei.AsActor(), _article, await Head(), Cancel));
        _cable.Break();
        _cable.Mend();
        await Expect(screen.Kept.GetByRole(AriaRole.Button)).ToHaveCountAsync(4);
        var found = new List<string>(await ScreensTests.Problems(mei.Page, "kept", $"kept-{language}-{scheme}-390".ToLowerInvariant()));

        await mei.Page.GotoAsync("/account/leave");
        await Expect(mei.Page.Locator("np-kept")).ToContainTextAsync("遲來的一段。");
        found.AddRange(await ScreensTests.Problems(mei.Page, "leave", $"leave-{language}-{scheme}-390".ToLowerInvariant()));

        Assert.Empty(found);
        Assert.Empty(mei.Troubles);
    }

    private async Task<Colleague> Arrive(BrowserNewContextOptions? options = null)
    {
        var mei = await Colleague.Arrive(chromium, _cable.Address, options);
        await mei.SignIn("mei@example.hk");
        return mei;
    }

    /// <summary>Ends with the network cut and the words in the browser's storage.</summary>
    private async Task<ArticleScreen> TypeUnsent(Colleague writer, string words)
    {
        var screen = await writer.Open(_article);
        _cable.Cut();
        await screen.TypeAtTheEnd(words);
        await writer.Keeps(words);
        return screen;
    }

    private async Task<int> Head() => (await _portal.Get<Authority>().Read(_article, Cancel))!.Version;

    private async Task<WorkingState> Working()
    {
        await using var db = _portal.Get<IDbContextFactory<NewsroomDb>>().CreateDbContext();
        return (await db.Set<Article>().SingleAsync(article => article.Id == _article, Cancel)).Working;
    }

    private static void Done(Outcome outcome) => Assert.True(outcome.IsDone, outcome.ToString());
}
