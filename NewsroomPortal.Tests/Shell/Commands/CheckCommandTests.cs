using Microsoft.Data.Sqlite;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Names_each_problem_in_a_line_and_reindex_builds_the_lists_anew()
    {
        ContentTree.Write(_folder["in"], new() { ["content/平安.md"] = "---\ntitle: 平安\ntags: [天氣]\n---\n海面平靜。\n".Bytes() });
        Assert.Equal(0, (await Portal("import", _folder["in"])).Exit);
        await Damage("UPDATE Articles SET Headline = '別的'; DELETE FROM ArticleTerms; DELETE FROM Terms");

        var check = await Portal("check");
        var reindex = await Portal("reindex");
        var after = await Portal("check");

        Assert.Equal(1, check.Exit);
        Assert.Equal(
            [
                "content/平安.md: The list says \"別的\", the text \"平安\". Run reindex.",
                "content/平安.md: The tags and categories kept are \"\", those of the text \"天氣\". Run reindex.",
                "Articles checked: 1; problems: 2.",
            ],
            check.Out.Trim().Split('\n'));
        Assert.Equal((0, "Lists built anew, of articles: 1."), (reindex.Exit, reindex.Out.Trim()));
        Assert.Equal((0, "Articles checked: 1; problems: 0."), (after.Exit, after.Out.Trim()));
    }

    private async Task Damage(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_folder["data/newsroom.db"]};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private Task<PortalRun> Portal(params string[] arguments) => PortalRun.Of([.. arguments, "--data", _folder["data"]]);
}
