using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.People;

public sealed class SignInTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_nothing_before_signing_in_and_comes_back_to_the_page_after()
    {
        await using var portal = new PortalFactory();
        var mei = await portal.Add("Mei", Role.Admin);
        var browser = portal.Browser();

        var away = await browser.GetAsync("/people?x=1", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        var signIn = away.Headers.Location!.PathAndQuery;
        Assert.Equal("/account/sign-in?returnUrl=%2Fpeople%3Fx%3D1", signIn);

        var back = await browser.Submit(signIn, Credentials(mei.Email!, PortalFactory.Password));
        Assert.Equal("/people?x=1", back.Headers.Location!.OriginalString);
        Assert.Contains("Mei", await browser.GetStringAsync("/people", Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    public async Task Never_sends_anybody_to_another_site_after_signing_in(string returnUrl)
    {
        await using var portal = new PortalFactory();
        var mei = await portal.Add("Mei", Role.Journalist);

        var answer = await portal.Browser().Submit($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", Credentials(mei.Email!, PortalFactory.Password));

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Says_the_same_of_a_wrong_password_an_unknown_address_and_a_disabled_account()
    {
        await using var portal = new PortalFactory();
        await portal.Add("Mei", Role.Admin);
        var kit = await portal.Add("Kit", Role.Journalist);
        await portal.Get<PeopleRegister>().Disable(Actor.Portal, kit.Id);

        var wrong = await Alert(portal, "Mei@example.hk", "not the password");
        Assert.Contains("wrong", wrong, StringComparison.Ordinal);
        Assert.Equal(wrong, await Alert(portal, "nobody@example.hk", "not the password"));
        Assert.Equal(wrong, await Alert(portal, "Kit@example.hk", PortalFactory.Password));
    }

    [Fact]
    public async Task Lets_an_account_wait_after_five_wrong_passwords()
    {
        await using var portal = new PortalFactory();
        var mei = await portal.Add("Mei", Role.Admin);
        var signIn = portal.Get<SignIn>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            Assert.False((await signIn.Check(mei.Email!, "not the password", "192.0.2.1")).IsDone);
        }
        Assert.True((await signIn.Check(mei.Email!, PortalFactory.Password, "192.0.2.1")).IsDone);

        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.False((await signIn.Check(mei.Email!, "not the password", "192.0.2.1")).IsDone);
        }
        Assert.Equal("people.signInWrong", (await signIn.Check(mei.Email!, PortalFactory.Password, "192.0.2.2")).Refusal?.Word);
    }

    [Fact]
    public async Task Keeps_whoever_signed_in_through_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-").FullName;
        string cookie;
        await using (var before = new PortalFactory(folder))
        {
            var mei = await before.Add("Mei", Role.Admin);
            var answer = await before.Browser().Submit("/account/sign-in", Credentials(mei.Email!, PortalFactory.Password));
            cookie = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("newsroom=", StringComparison.Ordinal)).Split(';')[0];
        }
        await using (var after = new PortalFactory(folder))
        {
            var browser = after.Browser();
            browser.DefaultRequestHeaders.Add("Cookie", cookie);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/people", Cancel)).StatusCode);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Ends_the_session_of_whoever_is_disabled_or_gets_other_roles()
    {
        await using var portal = new PortalFactory();
        var mei = await portal.Add("Mei", Role.Admin);
        var kit = await portal.Add("Kit", Role.Admin);
        var lok = await portal.Add("Lok", Role.Admin);
        var (kitsBrowser, loksBrowser) = (await portal.SignedIn(kit), await portal.SignedIn(lok));
        Assert.Equal(HttpStatusCode.OK, (await kitsBrowser.GetAsync("/people", Cancel)).StatusCode);

        await portal.Get<PeopleRegister>().Disable(mei.AsActor(), kit.Id);
        await portal.Get<PeopleRegister>().SetRoles(mei.AsActor(), lok.Id, Role.Editor);

        Assert.Equal(HttpStatusCode.Redirect, (await kitsBrowser.GetAsync("/people", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await loksBrowser.GetAsync("/people", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.SignedIn(lok)).GetAsync("/people", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Signs_out_and_ends_what_still_holds_the_cookie()
    {
        await using var portal = new PortalFactory();
        var browser = portal.Browser();
        var signedIn = await browser.Submit("/account/sign-in", Credentials((await portal.Add("Mei", Role.Admin)).Email!, PortalFactory.Password));
        var kept = portal.Browser();
        kept.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("newsroom=", StringComparison.Ordinal)).Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, (await kept.GetAsync("/people", Cancel)).StatusCode);

        await browser.Submit("/people", [], "account/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/people", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await kept.GetAsync("/people", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Takes_no_form_without_its_token()
    {
        await using var portal = new PortalFactory();
        var browser = await portal.SignedIn(await portal.Add("Mei", Role.Admin));

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/account/sign-out", new FormUrlEncodedContent([]), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/people", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Hashes_passwords_at_no_less_than_210_000_rounds()
    {
        await using var portal = new PortalFactory();
        var mei = await portal.Add("Mei", Role.Admin);
        await using var db = await portal.Get<IDbContextFactory<NewsroomDb>>().CreateDbContextAsync(Cancel);

        var hash = Convert.FromBase64String((await db.Set<Person>().SingleAsync(person => person.Id == mei.Id, Cancel)).PasswordHash!);

        // Identity's format 3: 0x01, the function (2: HMAC-SHA512), the rounds; each number four bytes, big end first.
        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)) >= 210_000);
    }

    private static Dictionary<string, string> Credentials(string email, string password) => new() { ["Form.Email"] = email, ["Form.Password"] = password };

    private static async Task<string> Alert(PortalFactory portal, string email, string password)
    {
        var answer = await portal.Browser().Submit("/account/sign-in", Credentials(email, password));
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancel));
        return page.QuerySelector("[role=alert]")?.Text() ?? "";
    }
}
