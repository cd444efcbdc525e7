using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class LongPasteTests(Chromium chromium) : IAsyncDisposable
{
    private readonly PortalFactory _portal = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData(50)]
    [InlineData(1024)]
    public async Task A_long_paste_of_Han_text_travels_beside_the_typing_and_is_undone_at_once(int kilobytes)
    {
        await using var mei = await Colleague.Arrive(chromium, _portal.Serve());
        var screen = await Open(mei);
        await screen.TypeAtTheEnd("前。");
        await screen.Settle();
        await mei.Page.EvaluateAsync(
            """
            () => {
              const state = document.querySelector("[data-host=state]");
              window.states = new Set();
              new MutationObserver(() => states.add(state.dataset.state)).observe(state, { attributes: true });
            }
            """);
        var pasted = Han(kilobytes * 1024 / 3);

        await screen.Paste(pasted);
        await screen.Type("後。");
        await Saved(screen, pasted + "後。");
        Assert.DoesNotContain("offline", await mei.Page.EvaluateAsync<string[]>("() => [...states]"));

        await mei.Page.Keyboard.PressAsync("Control+z");
        await mei.Page.Keyboard.PressAsync("Control+z");
        await Saved(screen, "");
        Assert.Empty(mei.Troubles);
    }

    [Fact]
    public async Task What_no_article_can_hold_is_not_pasted_and_typing_goes_on()
    {
        await using var mei = await Colleague.Arrive(chromium, _portal.Serve());
        var screen = await Open(mei);

        await screen.TypeAtTheEnd("前。");
        await screen.Paste(Han((DocumentText.MostBytes / 3) + 10_000));
        await Expect(screen.Kept).ToContainTextAsync("Nothing was added: an article holds at most 4 MB");
        await screen.Type("後。");

        await screen.Settle();
        Assert.EndsWith("---\n前。後。", (await _portal.Get<Authority>().Read(screen.Id, Cancel))!.Text, StringComparison.Ordinal);
        Assert.Empty(mei.Troubles);
    }

    private async Task<ArticleScreen> Open(Colleague mei)
    {
        var article = (await _portal.Get<ArticleShelf>().Create((await _portal.Add("Mei", Role.Journalist)).AsActor(), Cancel)).Value;
        await mei.SignIn("mei@example.hk");
        return await mei.Open(article);
    }

    private async Task Saved(ArticleScreen screen, string added)
    {
        await Expect(screen.SaveState).ToContainTextAsync("Saved", new() { Timeout = 120_000 });
        Assert.EndsWith($"---\n前。{added}", (await _portal.Get<Authority>().Read(screen.Id, Cancel))!.Text, StringComparison.Ordinal);
    }

    /// <summary>Paragraphs of so many characters in all, no two alike.</summary>
    private static string Han(int characters) =>
        string.Concat(Enumerable.Range(0, characters).Select(at => at % 200 == 199 ? "\n" : ((char)(0x4E00 + (at * 7 % 0x5000))).ToString()));
}
