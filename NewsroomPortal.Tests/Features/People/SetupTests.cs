using System.Net;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.People;

public sealed class SetupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> Mei => new() { ["Form.Name"] = "陳美", ["Form.Email"] = "mei@example.hk", ["Form.Password"] = "三句安靜的說話，已經夠長了" };

    [Fact]
    public async Task The_printed_link_makes_the_first_person_with_all_roles_and_signs_them_in_and_works_no_more()
    {
        await using var portal = new PortalFactory();
        var browser = portal.Browser();

        var answer = await browser.Submit(portal.SetupPath, Mei);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/people", Cancel)).StatusCode);
        var first = Assert.Single(await portal.Get<PeopleRegister>().List());
        Assert.Equal(("陳美", Role.Journalist | Role.Editor | Role.Admin), (first.Name, first.Roles));

        var again = await portal.Browser().Page(portal.SetupPath);
        Assert.Null(again.QuerySelector("main form"));
        Assert.Equal("people.setupDone", (await Found(portal, portal.Get<SetupKey>().Value)).Refusal?.Word);
    }

    [Fact]
    public async Task Without_the_key_nobody_becomes_the_first()
    {
        await using var portal = new PortalFactory();

        Assert.Null((await portal.Browser().Page("/setup?key=guessed")).QuerySelector("main form"));
        Assert.Null((await portal.Browser().Page("/setup")).QuerySelector("main form"));
        Assert.Equal("people.setupKeyWrong", (await Found(portal, "guessed")).Refusal?.Word);
        Assert.True(await portal.Get<PeopleRegister>().IsEmpty());
    }

    [Fact]
    public async Task Two_people_with_the_link_at_once_make_one_newsroom()
    {
        await using var portal = new PortalFactory();
        var key = portal.Get<SetupKey>().Value;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Found(portal, key, $"mei{n}@example.hk")));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Single(await portal.Get<PeopleRegister>().List());
    }

    [Theory]
    [InlineData("Form.Name", "", "Give a name.")]
    [InlineData("Form.Email", "mei", "This is no email address.")]
    [InlineData("Form.Password", "too short", "A password has at least 12 characters.")]
    [InlineData("Form.Password", "Password1234!", "This password is too easy to guess.")]
    public async Task Says_at_the_field_what_is_wrong_and_keeps_the_rest(string field, string value, string says)
    {
        await using var portal = new PortalFactory();
        var fields = Mei;
        fields[field] = value;

        var answer = await portal.Browser().Submit(portal.SetupPath, fields);

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancel));
        var input = page.QuerySelector($"input[name='{field}']")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.StartsWith(says, page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("[aria-invalid=true]"));
        Assert.Equal(fields["Form.Name"], page.QuerySelector("input[name='Form.Name']")!.GetAttribute("value") ?? "");
        Assert.True(await portal.Get<PeopleRegister>().IsEmpty());
    }

    [Fact]
    public async Task Roles_may_be_unticked_but_not_the_admins()
    {
        await using var portal = new PortalFactory();
        var register = portal.Get<PeopleRegister>();
        var key = portal.Get<SetupKey>().Value;

        Assert.Equal("people.firstIsAdmin", (await register.Found(key, "Mei", "mei@example.hk", PortalFactory.Password, Role.Editor)).Refusal?.Word);
        Assert.Equal(Role.Admin, (await register.Found(key, "Mei", "mei@example.hk", PortalFactory.Password, Role.Admin)).Value?.Roles);
    }

    private static Task<Outcome<Person>> Found(PortalFactory portal, string key, string email = "mei@example.hk") =>
        portal.Get<PeopleRegister>().Found(key, "Mei", email, PortalFactory.Password, Role.Admin);
}
