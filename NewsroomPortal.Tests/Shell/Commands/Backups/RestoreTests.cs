using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;
using NewsroomPortal.Shell.Commands.Backups;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands.Backups;

public sealed class RestoreTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        ContentTree.Write(_folder["in"], new() { ["content/平安.md"] = "---\ntitle: 平安\n---\n海面平靜。\n".Bytes() });
        Assert.Equal(0, (await PortalRun.Of("import", _folder["in"], "--data", _folder["data"])).Exit);
        Assert.Equal(0, (await PortalRun.Of("backup", _folder["b.zip"], "--data", _folder["data"])).Exit);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Refuses_a_folder_that_is_not_empty_and_names_what_is_there()
    {
        ContentTree.Write(_folder["new"], new() { ["letter.txt"] = "x".Bytes() });
        Assert.Contains("is not empty: it holds \"letter.txt\"", await Refused("b.zip"), StringComparison.Ordinal);
        Assert.Equal(["letter.txt"], ContentTree.Read(_folder["new"], "*").Keys);
    }

    [Fact]
    public async Task Refuses_a_newer_schema()
    {
        await using (var connection = new SqliteConnection($"Data Source={_folder["data/newsroom.db"]};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Telepathy', '99.0')";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(0, (await PortalRun.Of("backup", _folder["newer.zip"], "--data", _folder["data"])).Exit);
        Assert.Contains("29991231000000_Telepathy", await Refused("newer.zip"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_what_is_no_backup()
    {
        await File.WriteAllTextAsync(_folder["text.zip"], "no zip", TestContext.Current.CancellationToken);
        ZipFiles.Write(_folder["other.zip"], new() { ["holiday.jpg"] = [1, 2] });
        ZipFiles.Write(_folder["null.zip"], new() { ["manifest.json"] = "null".Bytes() });
        var whole = await File.ReadAllBytesAsync(_folder["b.zip"], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_folder["half.zip"], whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);

        foreach (var file in new[] { "text.zip", "other.zip", "null.zip", "half.zip" })
        {
            Assert.Contains("is no whole backup", await Refused(file), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"Format":1,"Program":"1","Schema":"","BegunUtc":"2026-01-01T00:00:00Z","Files":[null]}""")]
    [InlineData("""{"Format":1,"Program":"1","Schema":"","BegunUtc":"2026-01-01T00:00:00Z","Files":[{"Path":null,"Sha256":"","Length":0}]}""")]
    [InlineData("""{"Format":1,"Files":[]}""")]
    [InlineData("""{"Format":1,"Program":"1","Schema":"","BegunUtc":"2026-01-01T00:00:00Z","Files":[]}""")]
    [InlineData("[")]
    public async Task Refuses_a_manifest_that_says_nothing(string manifest)
    {
        ZipFiles.Write(_folder["forged.zip"], new() { ["manifest.json"] = manifest.Bytes() });
        Assert.Contains("is no whole backup", await Refused("forged.zip"), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_it_leaves_an_empty_folder()
    {
        var restore = new Restore(new NewsroomFolders(new NewsroomSettings { Data = _folder["new"] }), new Words());
        Assert.ThrowsAny<OperationCanceledException>(() => restore.Read(_folder["b.zip"], new CancellationToken(canceled: true)));
        Assert.Equal(["newsroom.lock"], Directory.GetFiles(_folder["new"], "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Refuses_a_changed_file_by_name_and_puts_nothing_in_place()
    {
        Forge((files, _) => files["site/content/平安.md"][^2] ^= 1);
        Assert.Contains("damaged: \"site/content/平安.md\"", await Refused("forged.zip"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_file_that_is_longer_than_listed()
    {
        Forge((files, _) => files["site/content/平安.md"] = new byte[50_000_000]);
        Assert.Contains("damaged: \"site/content/平安.md\"", await Refused("forged.zip"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("site/../../out.txt")]
    [InlineData("site/../data/newsroom.db")]
    [InlineData("/out.txt")]
    [InlineData("data/")]
    [InlineData("data//out.txt")]
    [InlineData("site/a/./b")]
    [InlineData("site\\..\\..\\out.txt")]
    [InlineData("site/..\\..\\out.txt")]
    [InlineData("elsewhere/out.txt")]
    [InlineData("data/.restoring/out.txt")]
    public async Task Refuses_a_name_that_leads_elsewhere(string name)
    {
        Forge((files, listed) =>
        {
            files[name] = [1];
            listed.Add(new JsonObject { ["Path"] = name, ["Sha256"] = TextHash.Of([1]), ["Length"] = 1 });
        });
        Assert.Contains(name, await Refused("forged.zip"), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.txt"]));
    }

    [Fact]
    public async Task Refuses_a_file_that_is_not_listed_and_one_that_is_listed_only()
    {
        Forge((files, _) => files["site/more.md"] = [1]);
        Assert.Contains("(site/more.md)", await Refused("forged.zip"), StringComparison.Ordinal);
        Forge((files, _) => files.Remove("site/content/平安.md"));
        Assert.Contains("(site/content/平安.md)", await Refused("forged.zip"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_restore_left_is_swept_away()
    {
        ContentTree.Write(_folder["new"], new() { [".restoring/site/old.md"] = "x".Bytes(), ["site/.restoring/old.md"] = "x".Bytes(), ["newsroom.lock"] = [] });
        Assert.Equal(0, (await PortalRun.Of("restore", _folder["b.zip"], "--data", _folder["new"])).Exit);
        Assert.Equal(["newsroom.db", "newsroom.lock", "site/content/平安.md", "site/hugo.toml"], ContentTree.Read(_folder["new"], "*").Keys.Where(name => !name.StartsWith("files/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>The backup with its files, and the list in its manifest, changed.</summary>
    private void Forge(Action<Dictionary<string, byte[]>, JsonArray> change)
    {
        var files = ZipFiles.Read(_folder["b.zip"]);
        var manifest = JsonNode.Parse(files["manifest.json"])!;
        change(files, manifest["Files"]!.AsArray());
        files["manifest.json"] = manifest.ToJsonString().Bytes();
        File.Delete(_folder["forged.zip"]);
        ZipFiles.Write(_folder["forged.zip"], files);
    }

    private async Task<string> Refused(string file)
    {
        var run = await PortalRun.Of("restore", _folder[file], "--data", _folder["new"]);
        Assert.Equal((1, ""), (run.Exit, run.Out));
        var left = Directory.Exists(_folder["new"]) ? Directory.GetFileSystemEntries(_folder["new"]).Select(Path.GetFileName) : [];
        Assert.Empty(left.Except(["newsroom.lock", "site", "letter.txt"]));
        Assert.False(Directory.Exists(_folder["new/site"]) && Directory.EnumerateFileSystemEntries(_folder["new/site"]).Any());
        return run.Error;
    }
}
