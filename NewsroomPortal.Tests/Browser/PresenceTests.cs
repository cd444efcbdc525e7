using System.Security.Claims;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class PresenceTests(Chromium chromium) : IAsyncDisposable
{
    private readonly PortalFactory _portal = new();
    private string _address = "";
    private long _id;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Each_sees_who_else_is_there_who_types_and_who_is_in_which_field()
    {
        await Open();
        await using var mei = await Arrive("Mei");
        await using var lok = await Arrive("Lok");
        var (meis, loks) = (await mei.Open(_id), await lok.Open(_id));

        await Expect(Here(mei)).ToHaveTextAsync(["LLokreading"]);
        await Expect(Here(lok)).ToHaveTextAsync(["MMeireading"]);
        await meis.TypeAtTheEnd("第一段。");
        await Expect(Here(lok)).ToHaveAttributeAsync("title", "Mei (typing)");
        await Expect(lok.Page.Locator(".np-caret")).ToHaveAttributeAsync("data-name", "Mei");
        await Expect(Here(lok)).ToHaveAttributeAsync("title", "Mei (reading)");

        await meis.Field("Title").FocusAsync();
        await Expect(InField(lok, "title")).ToHaveTextAsync("Mei is here");
        await Expect(loks.Field("Title")).ToHaveAccessibleDescriptionAsync(new Regex("^Mei is here"));
        await Expect(lok.Page.Locator(".np-caret")).ToHaveCountAsync(0);
        await Expect(InField(mei, "title")).ToBeEmptyAsync();
        await meis.Field("Title").FillAsync("頭");
        await Expect(Here(lok)).ToHaveAttributeAsync("title", "Mei (typing)");
        await meis.Form.GetByRole(AriaRole.Radiogroup, new() { Name = "Table of contents" }).GetByText("On", new() { Exact = true }).ClickAsync();
        await Expect(InField(lok, "toc")).ToHaveTextAsync("Mei is here");
        await Expect(InField(lok, "title")).ToBeEmptyAsync();

        await mei.Page.GotoAsync("/");
        await Expect(Here(lok)).ToHaveCountAsync(0);
        await Expect(InField(lok, "toc")).ToBeEmptyAsync();
        Assert.Empty(mei.Troubles.Concat(lok.Troubles));
    }

    [Fact]
    public async Task A_person_with_two_pages_is_listed_once_and_not_to_themselves()
    {
        await Open();
        await using var mei = await Arrive("Mei");
        await using var again = await Arrive("Mei");
        await using var lok = await Arrive("Lok");
        await mei.Open(_id);
        var second = await again.Open(_id);
        await lok.Open(_id);

        await Expect(Here(mei)).ToHaveTextAsync(["LLokreading"]);
        await Expect(Here(lok)).ToHaveTextAsync(["MMeireading"]);
        await second.TypeAtTheEnd("我");
        await Expect(Here(lok)).ToHaveAttributeAsync("title", "Mei (typing)");
        await again.Page.GotoAsync("/");
        await Expect(Here(lok)).ToHaveAttributeAsync("title", "Mei (reading)");
        await Expect(Here(lok)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Undo_takes_back_what_is_ones_own_and_leaves_what_others_typed()
    {
        await Open();
        await using var mei = await Arrive("Mei");
        await using var lok = await Arrive("Lok");
        var (meis, loks) = (await mei.Open(_id), await lok.Open(_id));
        await meis.TypeAtTheEnd("她的。");
        await meis.Settle();
        await loks.SeesInText("她的。");
        await loks.TypeAtTheEnd("他的。");
        await meis.SeesInText("她的。他的。");

        await mei.Page.Keyboard.PressAsync("Control+z");
        await Expect(loks.Text).ToHaveTextAsync("他的。");
        await mei.Page.Keyboard.PressAsync("Control+z");
        await Expect(meis.Text).ToHaveTextAsync("他的。");
        await mei.Page.Keyboard.PressAsync("Control+y");
        await Expect(loks.Text).ToHaveTextAsync("她的。他的。");
        await lok.Page.Keyboard.PressAsync("Control+z");
        await Expect(meis.Text).ToHaveTextAsync("她的。");

        await Task.WhenAll(meis.Settle(), loks.Settle());
        Assert.EndsWith("---\n她的。", (await _portal.Get<Authority>().Read(_id, Cancel))!.Text, StringComparison.Ordinal);
        Assert.Empty(mei.Troubles.Concat(lok.Troubles));
    }

    [Fact]
    public async Task After_a_lost_connection_each_is_where_they_were()
    {
        await Open();
        await using var mei = await Arrive("Mei");
        await using var lok = await Arrive("Lok");
        var meis = await mei.Open(_id);
        await lok.Open(_id);
        await meis.Field("Lead").FocusAsync();
        await Expect(InField(lok, "lead")).ToHaveTextAsync("Mei is here");
        var seats = _portal.Get<Seats>();
        var before = seats.At(_id).ToList();

        before.ForEach(seat => seat.End());
        // A page forgets the others when its connection is lost: from here on it shows what it was told anew.
        Assert.True(SpinWait.SpinUntil(() => seats.At(_id).Except(before).Count() == 2, TimeSpan.FromSeconds(60)));
        await Expect(InField(lok, "lead")).ToHaveTextAsync("Mei is here");
        await Expect(Here(lok)).ToHaveTextAsync(["MMeireading"]);
    }

    [Theory]
    [InlineData(1600)]
    [InlineData(390)]
    public async Task Seven_others_fit_in_and_are_accessible(int width)
    {
        await Open();
        string[] names = ["陳大文", "Ho Kit", "Lee Fan", "Yip Ada", "Szeto Wing-Yan of the night desk", "Ng", "何"];
        var seats = _portal.Get<Seats>();
        foreach (var (number, name) in names.Index())
        {
            var seat = new Seat($"visitor-{number}", new ClaimsPrincipal(), new Actor($"{number}", name, Role.Editor), "en", () => { });
            seats.Take(seat);
            seats.Open(seat, _id).Place = new Place(Field: "title", IsTyping: number % 2 == 0);
        }
        await using var lok = await Arrive("Lok", width);
        var loks = await lok.Open(_id);

        await Expect(Here(lok)).ToHaveCountAsync(6);
        await Expect(Here(lok).Last).ToHaveTextAsync("and 2 more");
        await Expect(InField(lok, "title")).ToContainTextAsync("Szeto Wing-Yan");
        if (width < 900)
        {
            await lok.Page.GetByRole(AriaRole.Tab, new() { Name = "Details" }).ClickAsync();
        }
        await Expect(loks.Field("Title")).ToBeInViewportAsync();
        Assert.Equal(width, await lok.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty((await lok.Page.RunAxe()).Violations.Select(violation => violation.Id));
    }

    private async Task Open()
    {
        _address = _portal.Serve();
        var mei = await _portal.Add("Mei", Role.Journalist);
        await _portal.Add("Lok", Role.Editor);
        _id = (await _portal.Get<ArticleShelf>().Create(mei.AsActor(), Cancel)).Value;
    }

    private async Task<Colleague> Arrive(string name, int width = 1600)
    {
        var colleague = await Colleague.Arrive(chromium, _address, new() { Locale = "en-US", ViewportSize = new() { Width = width, Height = 1000 } });
        await colleague.SignIn($"{name}@example.hk");
        return colleague;
    }

    private static ILocator Here(Colleague colleague) => colleague.Page.GetByRole(AriaRole.List, new() { Name = "Who is here" }).Locator("li");

    private static ILocator InField(Colleague colleague, string key) => colleague.Page.Locator($"[data-here={key}]");
}
