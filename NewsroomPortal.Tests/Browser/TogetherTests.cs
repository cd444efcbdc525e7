using Microsoft.Playwright;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class TogetherTests(Chromium chromium) : IAsyncDisposable
{
    private readonly PortalFactory _portal = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Two_people_in_one_article_one_of_them_in_the_form_end_with_the_same_text()
    {
        var address = _portal.Serve();
        var id = await Draft(await _portal.Add("Mei", Role.Journalist));
        await _portal.Add("Lok", Role.Editor);
        await using var mei = await Arrive(address, "Mei");
        await using var lok = await Arrive(address, "Lok");
        var (meis, loks) = (await mei.Open(id), await lok.Open(id));

        await Task.WhenAll(Write(meis), FillIn(loks));
        await Task.WhenAll(Letters(meis, "甲", 30), Letters(loks, "乙", 30));
        await Task.WhenAll(meis.Settle(), loks.Settle());
        var text = (await _portal.Get<Authority>().Read(id, Cancel))!.Text;
        await Task.WhenAll(meis.Has(text), loks.Has(text));

        Assert.Contains("title: \"兩人合寫的標題\"\n", text, StringComparison.Ordinal);
        Assert.Contains("tags:\n  - \"合寫\"\n", text, StringComparison.Ordinal);
        Assert.Contains("toc: true\n", text, StringComparison.Ordinal);
        Assert.Contains("第一段。\n\n第二段。\n\n第三段。", text, StringComparison.Ordinal);
        Assert.Equal((30, 30), (text.Count(c => c == '甲'), text.Count(c => c == '乙')));
        await Expect(meis.Field("Title")).ToHaveValueAsync("兩人合寫的標題");
        await Expect(meis.Headline).ToHaveTextAsync("兩人合寫的標題");
        await Expect(loks.Preview).ToContainTextAsync("第三段。");
        Assert.Empty(mei.Troubles.Concat(lok.Troubles));

        static async Task Write(ArticleScreen screen)
        {
            await screen.TypeAtTheEnd("第一段。\n\n");
            await screen.Type("第二段。\n\n");
            await screen.Type("第三段。");
        }

        static async Task FillIn(ArticleScreen screen)
        {
            await screen.Fill("Title", "兩人合寫的標題");
            await screen.Add("Tags", "合寫");
            await screen.Form.GetByRole(AriaRole.Radiogroup, new() { Name = "Table of contents" }).GetByText("On", new() { Exact = true }).ClickAsync();
        }
    }

    [Fact]
    public async Task A_composition_goes_on_while_somebody_else_types()
    {
        var address = _portal.Serve();
        var id = await Draft(await _portal.Add("Mei", Role.Journalist));
        await _portal.Add("Lok", Role.Editor);
        await using var mei = await Arrive(address, "Mei");
        await using var lok = await Arrive(address, "Lok");
        var (meis, loks) = (await mei.Open(id), await lok.Open(id));
        await meis.TypeAtTheEnd("她寫：。");
        await meis.Settle();
        await loks.TypeAtTheEnd("他寫：。");
        await mei.Page.Keyboard.PressAsync("ArrowLeft");
        var method = await InputMethod.Take(mei.Page);

        await method.Compose("ㄋ");
        await loks.Type("一");
        await meis.SeesInText("一");
        await method.Compose("ㄋㄧˇ");
        await loks.Type("二");
        await meis.SeesInText("一二");
        await method.Compose("你好");
        Assert.False(await method.HasEnded());
        await method.Commit("你好");

        await Task.WhenAll(meis.Settle(), loks.Settle());
        var text = (await _portal.Get<Authority>().Read(id, Cancel))!.Text;
        await Task.WhenAll(meis.Has(text), loks.Has(text));
        Assert.EndsWith("---\n她寫：你好。他寫：。一二", text, StringComparison.Ordinal);
        await Expect(meis.Text).ToHaveTextAsync("她寫：你好。他寫：。一二");
        Assert.Empty(mei.Troubles.Concat(lok.Troubles));
    }

    [Fact]
    public async Task A_field_is_not_written_while_somebody_composes_in_it_and_both_values_are_shown_after()
    {
        var address = _portal.Serve();
        var id = await Draft(await _portal.Add("Mei", Role.Journalist));
        await _portal.Add("Lok", Role.Editor);
        await using var mei = await Arrive(address, "Mei");
        await using var lok = await Arrive(address, "Lok");
        var (meis, loks) = (await mei.Open(id), await lok.Open(id));
        await meis.Fill("Title", "頭條");
        await Expect(loks.Field("Title")).ToHaveValueAsync("頭條");
        await meis.Field("Title").FocusAsync();
        await mei.Page.Keyboard.PressAsync("End");
        var method = await InputMethod.Take(mei.Page);

        await method.Compose("ㄒㄧㄣ");
        await loks.Fill("Title", "另一標題");
        await Expect(meis.Headline).ToHaveTextAsync("另一標題");
        await Expect(meis.Field("Title")).ToHaveValueAsync("頭條ㄒㄧㄣ");
        Assert.False(await method.HasEnded());
        await method.Commit("新聞");
        await Expect(meis.Field("Title")).ToHaveValueAsync("頭條新聞");

        var choice = meis.Form.GetByRole(AriaRole.Group, new() { Name = "Two versions" });
        await Expect(choice).ToContainTextAsync("另一標題");
        await Expect(choice).ToContainTextAsync("頭條新聞");
        await choice.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();
        await Expect(loks.Headline).ToHaveTextAsync("頭條新聞");
        await Expect(loks.Field("Title")).ToHaveValueAsync("頭條新聞");
        Assert.Empty(mei.Troubles.Concat(lok.Troubles));
    }

    private async Task<long> Draft(Person owner) => (await _portal.Get<ArticleShelf>().Create(owner.AsActor(), Cancel)).Value;

    private async Task<Colleague> Arrive(string address, string name)
    {
        var colleague = await Colleague.Arrive(chromium, address);
        await colleague.SignIn($"{name}@example.hk");
        return colleague;
    }

    private static async Task Letters(ArticleScreen screen, string letter, int times)
    {
        await screen.TypeAtTheEnd("\n\n");
        for (var time = 0; time < times; time++)
        {
            await screen.Type(letter);
        }
    }
}
