using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.People;

public sealed class PeopleRegisterTests : IAsyncLifetime
{
    private readonly PortalFactory _portal = new();
    private Person _mei = null!;
    private Person _kit = null!;

    private PeopleRegister Register => _portal.Get<PeopleRegister>();

    public async ValueTask InitializeAsync()
    {
        _mei = await _portal.Add("Mei", Role.Admin | Role.Editor);
        _kit = await _portal.Add("Kit", Role.Journalist);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_last_admin_stays_one()
    {
        Assert.Equal("people.lastAdmin", (await Register.Disable(_mei.AsActor(), _mei.Id)).Refusal?.Word);
        Assert.Equal("people.lastAdmin", (await Register.SetRoles(_mei.AsActor(), _mei.Id, Role.Editor)).Refusal?.Word);

        await Register.SetRoles(_mei.AsActor(), _kit.Id, Role.Admin);
        await Register.Disable(_mei.AsActor(), _kit.Id);
        Assert.Equal("people.lastAdmin", (await Register.Disable(_mei.AsActor(), _mei.Id)).Refusal?.Word);

        await Register.Enable(_mei.AsActor(), _kit.Id);
        Assert.True((await Register.SetRoles(_mei.AsActor(), _mei.Id, Role.Editor)).IsDone);
    }

    [Fact]
    public async Task Two_admins_who_disable_each_other_at_once_leave_one()
    {
        await Register.SetRoles(_mei.AsActor(), _kit.Id, Role.Admin);
        var kit = _kit.AsActor() with { Roles = Role.Admin };

        await Task.WhenAll(Register.Disable(_mei.AsActor(), _kit.Id), Register.Disable(kit, _mei.Id));

        Assert.Single(await Register.List(), person => !person.Disabled);
    }

    [Fact]
    public async Task Only_admins_change_people()
    {
        var kit = _kit.AsActor();

        Assert.Equal("people.adminsOnly", (await Register.SetRoles(kit, _kit.Id, Role.Admin)).Refusal?.Word);
        Assert.Equal("people.adminsOnly", (await Register.Disable(kit, _mei.Id)).Refusal?.Word);
        Assert.Equal("people.adminsOnly", (await Register.Enable(kit, _mei.Id)).Refusal?.Word);
        Assert.Equal("people.adminsOnly", (await Register.Add(kit, "Lok", "lok@example.hk", PortalFactory.Password, Role.Admin)).Refusal?.Word);
        Assert.Equal(Role.Journalist, (await Register.Find(_kit.Email!))?.Roles);
    }

    [Fact]
    public async Task One_address_has_one_account_whatever_its_case() =>
        Assert.Equal("people.emailTaken", (await Register.Add(Actor.Portal, "Kit again", "KIT@EXAMPLE.HK", PortalFactory.Password, Role.Editor)).Refusal?.Word);

    [Fact]
    public async Task A_change_is_audited_with_what_it_was_and_became()
    {
        await Register.SetRoles(_mei.AsActor(), _kit.Id, Role.Journalist | Role.Editor);
        await Register.SetRoles(_mei.AsActor(), _kit.Id, Role.None);

        await using var db = await _portal.Get<IDbContextFactory<NewsroomDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var row = await db.Set<AuditEntry>().SingleAsync(entry => entry.Act == "set-roles", TestContext.Current.CancellationToken);
        Assert.Equal((_mei.Id, _kit.Email, "journalist", "journalist, editor"), (row.PersonId, row.Subject, row.From, row.To));
    }

    [Fact]
    public async Task Roles_that_were_changed_count_for_the_next_act_of_a_circuit()
    {
        var principal = (await Register.Find(_kit.Email!))!.AsPrincipal("test");
        var sessions = _portal.Get<Sessions>();
        Assert.Equal(Role.Journalist, (await sessions.Whose(principal, TestContext.Current.CancellationToken))?.Roles);
        Assert.Equal(_kit.AsActor(), principal.AsActor());

        await Register.SetRoles(_mei.AsActor(), _kit.Id, Role.Editor);

        Assert.Null(await sessions.Whose(principal, TestContext.Current.CancellationToken));
    }
}
