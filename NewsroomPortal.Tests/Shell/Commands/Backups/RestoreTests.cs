using System.Text.Json.Nodes;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;
using NewsroomPortal.Shell.Commands.Backups;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands.Backups;

public sealed class RestoreTests(BackedUpNewsroom newsroom) : IClassFixture<BackedUpNewsroom>, IDisposable
{
    private readonly TempFolder _folder = new();

    private string Backup => newsroom.Backup;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Refuses_a_folder_that_is_not_empty_and_names_what_is_there()
    {
        ContentTree.Write(_folder["new"], new() { ["letter.txt"] = "x".Bytes() });
        Assert.Equal(new Refusal("shell.restore.notEmpty", _folder["new"], "letter.txt"), Restored(Backup).Refusal);
        Assert.Equal(["letter.txt"], ContentTree.Read(_folder["new"], "*").Keys);
    }

    [Fact]
    public void Refuses_a_newer_schema_and_a_newer_format()
    {
        Forge((_, manifest) => manifest["Schema"] = "29991231000000_Telepathy");
        Assert.Equal("29991231000000_Telepathy", Refused("shell.restore.newer"));
        Forge((_, manifest) => manifest["Format"] = 2);
        Refused("shell.restore.newer");
    }

    [Fact]
    public void Refuses_what_is_no_backup()
    {
        File.WriteAllText(_folder["forged.zip"], "no zip");
        Refused("shell.restore.noBackup");
        var whole = File.ReadAllBytes(Backup);
        File.WriteAllBytes(_folder["forged.zip"], whole[..(whole.Length / 2)]);
        Refused("shell.restore.noBackup");
        Put(new() { ["holiday.jpg"] = [1, 2] });
        Assert.Equal("manifest.json", Refused("shell.restore.noBackup"));
    }

    [Theory]
    [InlineData("""{"Format":1,"Program":"1","Schema":"","BegunUtc":"2026-01-01T00:00:00Z","Files":[null]}""")]
    [InlineData("""{"Format":1,"Program":"1","Schema":"","BegunUtc":"2026-01-01T00:00:00Z","Files":[{"Path":null,"Sha256":"","Length":0}]}""")]
    [InlineData("""{"Format":1,"Files":[]}""")]
    [InlineData("""{"Format":1,"Program":"1","Schema":"","BegunUtc":"2026-01-01T00:00:00Z","Files":[]}""")]
    [InlineData("[")]
    [InlineData("null")]
    public void Refuses_a_manifest_that_says_nothing(string manifest)
    {
        Put(new() { ["manifest.json"] = manifest.Bytes() });
        Refused("shell.restore.noBackup");
    }

    [Fact]
    public void Cancelled_it_leaves_an_empty_folder()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => Restored(Backup, new CancellationToken(canceled: true)));
        Assert.Equal(["newsroom.lock"], Directory.GetFiles(_folder["new"], "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public void Refuses_a_changed_file_by_name_and_puts_nothing_in_place()
    {
        Forge((files, _) => files["site/content/平安.md"][^2] ^= 1);
        Assert.Equal("site/content/平安.md", Refused("shell.restore.damaged"));
    }

    [Fact]
    public void Refuses_a_file_that_is_longer_than_listed()
    {
        Forge((files, _) => files["site/content/平安.md"] = new byte[50_000_000]);
        Assert.Equal("site/content/平安.md", Refused("shell.restore.damaged"));
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
    public void Refuses_a_name_that_leads_elsewhere(string name)
    {
        Forge((files, manifest) =>
        {
            files[name] = [1];
            manifest["Files"]!.AsArray().Add(new JsonObject { ["Path"] = name, ["Sha256"] = TextHash.Of([1]), ["Length"] = 1 });
        });
        Assert.Equal(name, Refused("shell.restore.noBackup"));
        Assert.False(File.Exists(_folder["out.txt"]));
    }

    [Fact]
    public void Refuses_a_file_that_is_not_listed_one_that_is_listed_only_and_one_that_is_listed_twice()
    {
        Forge((files, _) => files["site/more.md"] = [1]);
        Assert.Equal("site/more.md", Refused("shell.restore.noBackup"));
        Forge((files, _) => files.Remove("site/content/平安.md"));
        Assert.Equal("site/content/平安.md", Refused("shell.restore.noBackup"));
        Forge((_, manifest) => manifest["Files"]!.AsArray().Add(manifest["Files"]![0]!.DeepClone()));
        Assert.Equal("data/newsroom.db", Refused("shell.restore.noBackup"));
    }

    [Fact]
    public void What_a_killed_restore_left_is_swept_away()
    {
        ContentTree.Write(_folder["new"], new() { [".restoring/site/old.md"] = "x".Bytes(), ["site/.restoring/old.md"] = "x".Bytes(), ["newsroom.lock"] = [] });
        Assert.True(Restored(Backup).IsDone);
        Assert.Equal(["newsroom.db", "newsroom.lock", "site/content/平安.md", "site/hugo.toml"], ContentTree.Read(_folder["new"], "*").Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>The backup with its files, and its manifest, changed.</summary>
    private void Forge(Action<Dictionary<string, byte[]>, JsonNode> change)
    {
        var files = ZipFiles.Read(Backup);
        var manifest = JsonNode.Parse(files["manifest.json"])!;
        change(files, manifest);
        files["manifest.json"] = manifest.ToJsonString().Bytes();
        Put(files);
    }

    private void Put(Dictionary<string, byte[]> files)
    {
        File.Delete(_folder["forged.zip"]);
        ZipFiles.Write(_folder["forged.zip"], files);
    }

    /// <summary>The last value of the refusal, after which the folder is as empty as before.</summary>
    private object Refused(string word)
    {
        var refusal = Restored(_folder["forged.zip"]).Refusal;
        Assert.Equal(word, refusal?.Word);
        Assert.NotEmpty(new Words().Say(word, refusal!.Values));
        Assert.True(!Directory.Exists(_folder["new"]) || Directory.GetFiles(_folder["new"], "*", SearchOption.AllDirectories).All(file => file == _folder["new/newsroom.lock"]));
        return refusal.Values[^1];
    }

    private Outcome<BackupManifest> Restored(string file, CancellationToken cancel = default) =>
        new Restore(new NewsroomFolders(new NewsroomSettings { Data = _folder["new"] }), new Words()).Read(file, cancel);
}

/// <summary>A backup that all tests of a class read.</summary>
public sealed class BackedUpNewsroom : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    public string Backup => _folder["b.zip"];

    public async ValueTask InitializeAsync()
    {
        ContentTree.Write(_folder["in"], new() { ["content/平安.md"] = "---\ntitle: 平安\n---\n海面平靜。\n".Bytes() });
        Assert.Equal(0, (await PortalRun.Of("import", _folder["in"], "--data", _folder["data"])).Exit);
        Assert.Equal(0, (await PortalRun.Of("backup", Backup, "--data", _folder["data"])).Exit);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
