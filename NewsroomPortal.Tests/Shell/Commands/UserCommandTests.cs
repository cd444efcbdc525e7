using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands;

public sealed class UserCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Makes_accounts_that_can_sign_in()
    {
        var given = await Run("add", "mei@example.hk", "--role", "journalist", "--role", "Editor", "--name", "陳美", "--password", "three quiet words");
        var made = await Run("add", "lok@example.hk", "--role", "admin");
        Assert.Equal((0, 0), (given.Exit, made.Exit));

        await using var portal = new PortalFactory(_folder["data"]);
        var mei = await portal.Get<SignIn>().Check("mei@example.hk", "three quiet words", "");
        Assert.Equal(("陳美", Role.Journalist | Role.Editor), (mei.Value?.Name, mei.Value?.Roles));
        Assert.True((await portal.Get<SignIn>().Check("lok@example.hk", made.Out.Trim().Split(' ')[^1], "")).IsDone);
    }

    [Fact]
    public async Task Names_the_roles_when_one_is_unknown()
    {
        var run = await Run("add", "mei@example.hk", "--role", "boss");

        Assert.Equal(2, run.Exit);
        Assert.Equal("The role 'boss' is not known. Give journalist, editor, admin.", run.Error.Trim());
    }

    [Fact]
    public async Task Wants_a_role() => Assert.Equal(2, (await Run("add", "mei@example.hk")).Exit);

    [Fact]
    public async Task Refuses_in_one_line_what_the_register_refuses()
    {
        var run = await Run("add", "mei@example.hk", "--role", "editor", "--password", "short");

        Assert.Equal((1, "A password has at least 12 characters."), (run.Exit, run.Error.Trim()));
    }

    [Fact]
    public async Task Lists_and_disables_and_enables()
    {
        await Run("add", "mei@example.hk", "--role", "admin");
        await Run("add", "lok@example.hk", "--role", "editor");

        Assert.Equal((0, 1, 1), ((await Run("disable", "lok@example.hk")).Exit, (await Run("disable", "mei@example.hk")).Exit, (await Run("disable", "nobody@example.hk")).Exit));
        Assert.Equal(["mei@example.hk\tadmin\tmei", "lok@example.hk\teditor\tlok\tdisabled"], Lines(await Run("list")));
        Assert.Equal(0, (await Run("enable", "lok@example.hk")).Exit);
        Assert.Contains("lok@example.hk\teditor\tlok", Lines(await Run("list")));
    }

    private Task<PortalRun> Run(params string[] arguments) => PortalRun.Of(["user", .. arguments, "--data", _folder["data"]]);

    private static string[] Lines(PortalRun run) => run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
