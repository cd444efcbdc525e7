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
        await Import();
        await Run("UPDATE Articles SET Headline = '別的'; DELETE FROM ArticleTerms; DELETE FROM Terms");

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

    [Fact]
    public async Task Reindex_makes_snapshots_what_the_log_says_and_never_touches_the_log()
    {
        await Import();
        await Run("INSERT INTO DocumentSnapshots (DocumentId, Version, Text) VALUES (1, 1, '別的')");
        var snapshot = await Portal("check");
        var reindex = await Portal("reindex");
        var mended = await Portal("check");
        await Run("UPDATE DocumentChanges SET Changes = '[[0,\"別' WHERE Version = 1");
        var log = await Portal("check");
        var again = await Portal("reindex");
        var still = await Portal("check");

        Assert.Equal((1, 0, 0), (snapshot.Exit, reindex.Exit, mended.Exit));
        Assert.StartsWith("content/平安.md: The snapshot of version 1 is not what the log says.", snapshot.Out, StringComparison.Ordinal);
        Assert.StartsWith("1: The snapshot of version 1 was not what the log says, and is gone.", reindex.Out, StringComparison.Ordinal);
        Assert.Equal((1, 0, 1), (log.Exit, again.Exit, still.Exit));
        Assert.All([log, still], check => Assert.Contains("content/平安.md: The change to version 1 does not fit", check.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_a_damaged_page_of_the_database()
    {
        await Import();
        // A table's first page: its first byte tells what kind of page it is.
        var page = await Run("SELECT rootpage FROM sqlite_master WHERE name = 'DocumentChanges'");
        var size = await Run("PRAGMA page_size");
        await using (var file = new FileStream(_folder["data/newsroom.db"], FileMode.Open, FileAccess.Write))
        {
            file.Position = (page - 1) * size;
            file.WriteByte(77);
        }

        var check = await Portal("check");

        Assert.Equal(1, check.Exit);
        Assert.Contains("newsroom.db: The database file is damaged: ", check.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing else was checked. Stop the portal, and restore a backup.", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_a_file_that_is_no_database()
    {
        await Import();
        await File.WriteAllBytesAsync(_folder["data/newsroom.db"], "別的".Bytes(), TestContext.Current.CancellationToken);

        var check = await Portal("check");

        Assert.Equal(1, check.Exit);
        Assert.Contains("newsroom.db", check.Error, StringComparison.Ordinal);
        Assert.Contains("Restore a backup", check.Error, StringComparison.Ordinal);
    }

    private async Task Import()
    {
        ContentTree.Write(_folder["in"], new() { ["content/平安.md"] = "---\ntitle: 平安\ntags: [天氣]\n---\n海面平靜。\n".Bytes() });
        Assert.Equal(0, (await Portal("import", _folder["in"])).Exit);
    }

    /// <summary>The first value of the answer, where there is one.</summary>
    private async Task<long> Run(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_folder["data/newsroom.db"]};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync() as long? ?? 0;
    }

    private Task<PortalRun> Portal(params string[] arguments) => PortalRun.Of([.. arguments, "--data", _folder["data"]]);
}
