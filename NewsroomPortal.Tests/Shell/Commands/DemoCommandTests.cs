using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands;

public sealed class DemoCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sample_newsroom_has_an_account_of_each_role_and_an_article_of_each_state()
    {
        var demo = await Portal("demo");
        var check = await Portal("check");
        var again = await Portal("demo");

        Assert.Equal((0, 0), (demo.Exit, check.Exit));
        Assert.Equal((1, "There is a newsroom in this folder already. Give an empty one: --data FOLDER."), (again.Exit, again.Error.Trim()));

        await using var portal = new PortalFactory(_folder["data"]);
        var roles = new List<Role>();
        foreach (var line in demo.Out.Split('\n').Where(line => line.Contains('@', StringComparison.Ordinal)))
        {
            var signedIn = await portal.Get<SignIn>().Check(line.Split(' ')[0], line.Trim().Split(' ')[^1], "");
            roles.Add(signedIn.Value!.Roles);
        }
        Assert.Equal([Role.Journalist, Role.Editor, Role.Admin], roles);

        await using var db = await portal.Get<IDbContextFactory<NewsroomDb>>().CreateDbContextAsync();
        var states = (await db.Set<Article>().ToListAsync()).Select(article => article.States());
        Assert.Equal(
            ["Approved/None", "Closed/Live", "Closed/Withheld", "Draft/Live", "Draft/None", "Draft/None", "InReview/None"], states.Order(StringComparer.Ordinal));
    }

    private Task<PortalRun> Portal(params string[] arguments) => PortalRun.Of([.. arguments, "--data", _folder["data"]]);
}
