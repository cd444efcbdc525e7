using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.People;

public sealed class InvitationsTests : IAsyncLifetime
{
    private readonly PortalFactory _portal = new();
    private Actor _admin = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Invitations Invitations => _portal.Get<Invitations>();

    public async ValueTask InitializeAsync() => _admin = (await _portal.Add("Mei", Role.Admin)).AsActor();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_link_lets_somebody_in_once_with_the_roles_given()
    {
        var token = (await Invitations.Invite(_admin, "kit@example.hk", "Kit", Role.Editor)).Value!;
        var browser = _portal.Browser();

        var answer = await browser.Submit($"/invitation?key={token}", new() { ["Form.Name"] = "黃傑", ["Form.Password"] = PortalFactory.Password });

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/help", Cancel)).StatusCode);
        var kit = await _portal.Get<PeopleRegister>().Find("KIT@example.hk");
        Assert.Equal(("黃傑", Role.Editor), (kit?.Name, kit?.Roles));
        Assert.Equal("people.linkOver", (await Invitations.Accept(token, "Kit", PortalFactory.Password)).Refusal?.Word);
        Assert.Null((await _portal.Browser().Page($"/invitation?key={token}")).QuerySelector("main form"));
    }

    [Fact]
    public async Task Two_people_with_one_link_do_not_both_come_in()
    {
        var token = (await Invitations.Invite(_admin, "kit@example.hk", "Kit", Role.Editor)).Value!;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Invitations.Accept(token, "Kit", PortalFactory.Password)));

        Assert.Single(outcomes, outcome => outcome.IsDone);
    }

    [Fact]
    public async Task The_token_itself_is_kept_nowhere()
    {
        var token = (await Invitations.Invite(_admin, "kit@example.hk", "Kit", Role.Editor)).Value!;

        await using var db = await _portal.Get<IDbContextFactory<NewsroomDb>>().CreateDbContextAsync(Cancel);
        var kept = await db.Set<Invitation>().SingleAsync(Cancel);
        Assert.NotEqual(token, kept.TokenHash);
        Assert.Equal(64, kept.TokenHash.Length);
        Assert.Equal(Invitations.Lifetime, kept.ExpiresAtUtc - kept.CreatedAtUtc);
    }

    [Fact]
    public async Task A_link_is_over_after_seven_days_or_when_withdrawn_or_when_another_is_made()
    {
        var token = (await Invitations.Invite(_admin, "kit@example.hk", "Kit", Role.Editor)).Value!;
        var open = (await Invitations.Find(token))!;
        Assert.True(open.IsOpen(open.CreatedAtUtc.AddDays(7).AddSeconds(-1)));
        Assert.False(open.IsOpen(open.CreatedAtUtc.AddDays(7)));

        var second = (await Invitations.Invite(_admin, "kit@example.hk", "Kit", Role.Editor)).Value!;
        Assert.Null(await Invitations.Find(token));
        Assert.Equal("kit@example.hk", Assert.Single(await Invitations.Waiting()).Email);

        Assert.True((await Invitations.Withdraw(_admin, (await Invitations.Find(second))!.Id)).IsDone);
        Assert.Equal("people.linkOver", (await Invitations.Accept(second, "Kit", PortalFactory.Password)).Refusal?.Word);
        Assert.Empty(await Invitations.Waiting());
    }

    [Fact]
    public async Task A_new_password_by_a_link_ends_the_sessions_of_the_old_one()
    {
        var kit = await _portal.Add("Kit", Role.Journalist);
        var before = await _portal.SignedIn(kit);
        var token = (await Invitations.Renew(_admin, kit.Id)).Value!;
        Assert.True((await _portal.Get<SignIn>().Check(kit.Email!, PortalFactory.Password, "")).IsDone);

        await _portal.Browser().Submit($"/invitation?key={token}", new() { ["Form.Password"] = "another long sentence" });

        Assert.False((await _portal.Get<SignIn>().Check(kit.Email!, PortalFactory.Password, "")).IsDone);
        Assert.True((await _portal.Get<SignIn>().Check(kit.Email!, "another long sentence", "")).IsDone);
        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/articles", Cancel)).StatusCode);
        Assert.Equal("Kit", (await _portal.Get<PeopleRegister>().Find(kit.Email!))?.Name);
    }

    [Fact]
    public async Task Only_admins_invite_renew_and_withdraw()
    {
        var kit = (await _portal.Add("Kit", Role.Journalist | Role.Editor)).AsActor();

        Assert.Equal("people.adminsOnly", (await Invitations.Invite(kit, "lok@example.hk", "Lok", Role.Editor)).Refusal?.Word);
        Assert.Equal("people.adminsOnly", (await Invitations.Renew(kit, _admin.PersonId!)).Refusal?.Word);
        Assert.Equal("people.adminsOnly", (await Invitations.Withdraw(kit, 1)).Refusal?.Word);
        Assert.Empty(await Invitations.Waiting());
    }

    [Fact]
    public async Task Refuses_what_would_make_no_account()
    {
        Assert.Equal("people.emailTaken", (await Invitations.Invite(_admin, "MEI@example.hk", "Mei", Role.Editor)).Refusal?.Word);
        Assert.Equal("people.emailWrong", (await Invitations.Invite(_admin, "mei at example", "Mei", Role.Editor)).Refusal?.Word);
        Assert.Equal("people.rolesMissing", (await Invitations.Invite(_admin, "lok@example.hk", "Lok", Role.None)).Refusal?.Word);
        Assert.Equal("people.unknown", (await Invitations.Renew(_admin, "nobody")).Refusal?.Word);
    }

    [Fact]
    public async Task Every_act_leaves_a_row_in_the_audit_trail_and_a_refused_one_none()
    {
        var token = (await Invitations.Invite(_admin, "kit@example.hk", "Kit", Role.Editor | Role.Journalist)).Value!;
        await Invitations.Invite(_admin, "kit", "Kit", Role.Editor);
        var kit = (await Invitations.Accept(token, "Kit", PortalFactory.Password)).Value!;
        await Invitations.Accept(token, "Kit", PortalFactory.Password);

        await using var db = await _portal.Get<IDbContextFactory<NewsroomDb>>().CreateDbContextAsync(Cancel);
        var rows = await db.Set<AuditEntry>().OrderBy(entry => entry.Id).Select(entry => new { entry.Act, entry.PersonId, entry.Subject, entry.To }).ToListAsync(Cancel);
        Assert.Equal(
            [
                new { Act = "add-person", PersonId = (string?)null, Subject = (string?)"Mei@example.hk", To = (string?)"admin" },
                new { Act = "invite", _admin.PersonId, Subject = (string?)"kit@example.hk", To = (string?)"journalist, editor" },
                new { Act = "accept-invitation", PersonId = (string?)kit.Id, Subject = (string?)"kit@example.hk", To = (string?)"journalist, editor" },
            ],
            rows);
    }
}
