using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;
using NewsroomPortal.Shell.Commands.Backups;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands.Backups;

public sealed class BackupTests : IDisposable
{
    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["content/post/平安.md"] = "---\ntitle: 平安\ntags: [天氣]\n---\n海面平靜。\r\n".Bytes(),
        ["content/post/圖.png"] = [0x89, 0x50, 0x4E, 0x47, 0, 0xFF],
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_backed_up_is_restored_and_checks_clean()
    {
        await Imported();
        ContentTree.Write(_folder["data"], new() { ["keys/key-1.xml"] = "<key/>".Bytes(), ["site/static/robots.txt"] = "User-agent: *\n".Bytes(), ["site/build.sh"] = "hugo\n".Bytes() });
        Directory.CreateDirectory(_folder["data/site/themes"]);
        SetRights("data/site/build.sh", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.SetLastWriteTimeUtc(_folder["data/site/build.sh"], new DateTime(2024, 2, 29, 12, 0, 2, DateTimeKind.Utc));
        File.CreateSymbolicLink(_folder["data/site/secret"], "/etc/hostname");

        var backup = await Portal("backup", _folder["b.zip"], "--data", _folder["data"]);
        var restore = await Portal("restore", _folder["b.zip"], "--data", _folder["new"]);

        Assert.Equal((0, "The link site/secret is not in the backup: what it leads to is not the newsroom's."), (backup.Exit, backup.Error.Trim()));
        Assert.Equal((0, ""), (restore.Exit, restore.Error));
        Assert.Equal([_folder["b.zip"]], Directory.GetFiles(_folder.Path));
        AssertRights(UnixFileMode.UserRead | UnixFileMode.UserWrite, "b.zip");
        Assert.Equivalent(Kept("data"), Kept("new"), strict: true);
        Assert.True(Directory.Exists(_folder["new/site/themes"]));
        Assert.False(Path.Exists(_folder["new/site/secret"]));
        AssertRights(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, "new/site/build.sh");
        Assert.Equal(new DateTime(2024, 2, 29, 12, 0, 2, DateTimeKind.Utc), File.GetLastWriteTimeUtc(_folder["new/site/build.sh"]));
        Assert.Equal((0, "Articles checked: 1; problems: 0."), await Checked("new"));
    }

    [Fact]
    public async Task A_pipe_in_the_site_is_told_and_previews_are_nobody_s_work()
    {
        await Imported();
        ContentTree.Write(_folder["data"], new() { ["preview/key/public/index.html"] = "<p>草稿</p>".Bytes() });
        UnixFile.MakePipe(_folder["data/site/content/pipe"]);

        var report = await Made("b.zip", "data", TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(["site/content/pipe"], report.Value!.Others);
        using var zip = System.IO.Compression.ZipFile.OpenRead(_folder["b.zip"]);
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains("preview", StringComparison.Ordinal) || entry.Name == "pipe");
    }

    [Fact]
    public async Task A_site_elsewhere_is_backed_up_and_restored_to_where_the_settings_say()
    {
        await Imported("--site", _folder["hugo"]);

        Assert.Equal(0, (await Portal("backup", _folder["b.zip"], "--data", _folder["data"], "--site", _folder["hugo"])).Exit);
        Assert.Equal(0, (await Portal("restore", _folder["b.zip"], "--data", _folder["new"], "--site", _folder["new-hugo"])).Exit);

        Assert.Equivalent(ContentTree.Read(_folder["hugo"], "*"), ContentTree.Read(_folder["new-hugo"], "*"), strict: true);
        Assert.Equal((0, "Articles checked: 1; problems: 0."), await Checked("new", "--site", _folder["new-hugo"]));
    }

    [Fact]
    public async Task Everything_acknowledged_before_it_began_is_in_a_backup_made_while_people_write_and_publish()
    {
        await using var portal = new PortalFactory(_folder["data"]);
        var authority = portal.Get<Authority>();
        var editor = Actor.Portal;
        var shelf = portal.Get<ArticleShelf>();
        var articles = new List<long>();
        for (var i = 0; i < 8; i++)
        {
            articles.Add((await shelf.Create(editor)).Value);
        }
        using var enough = new CancellationTokenSource();
        var acknowledged = new ConcurrentDictionary<string, long>();
        var rounds = 0;
        var writers = articles.Select(id => Task.Run(async () =>
        {
            for (var n = 0; !enough.IsCancellationRequested; n++)
            {
                var mark = $"〔{id}:{n}〕";
                var head = (await authority.Read(id))!;
                var answer = await authority.Push(id, head.Version, [new Update(mark, TextDiff.Between(head.Text, head.Text + mark))], editor);
                Assert.Null(answer.Refused);
                acknowledged[mark] = id;
                Interlocked.Increment(ref rounds);
            }
        })).ToList();
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref rounds) > 200, TimeSpan.FromSeconds(60)));

        var before = acknowledged.ToArray();
        var backup = await Portal("backup", _folder["b.zip"], "--data", _folder["data"]);
        var during = Volatile.Read(ref rounds) - before.Length;
        await enough.CancelAsync();
        await Task.WhenAll(writers);

        Assert.Equal((0, ""), (backup.Exit, backup.Error));
        Assert.True(during > 0, "Nobody wrote meanwhile.");
        Assert.Equal(0, (await Portal("restore", _folder["b.zip"], "--data", _folder["new"])).Exit);
        Assert.Equal((0, "Articles checked: 8; problems: 0."), await Checked("new"));
        await using var restored = new PortalFactory(_folder["new"]);
        var texts = new Dictionary<long, string>();
        foreach (var id in articles)
        {
            texts[id] = (await restored.Get<Authority>().Read(id))!.Text;
        }
        Assert.Empty(before.Where(write => !texts[write.Value].Contains(write.Key, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Killed_in_the_middle_it_leaves_nothing_under_its_name_and_can_be_made_again()
    {
        await Imported();
        using (var large = File.Create(_folder["data/large.bin"]))
        {
            large.SetLength(1 << 30);
        }
        using (var process = Process.Start("dotnet", [PortalProcess.Built(), "backup", _folder["b.zip"], "--data", _folder["data"]]))
        {
            Assert.True(SpinWait.SpinUntil(() => new FileInfo(_folder["b.zip.partial"]) is { Exists: true, Length: > 0 }, TimeSpan.FromSeconds(60)));
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        Assert.False(File.Exists(_folder["b.zip"]));
        File.Delete(_folder["data/large.bin"]);

        Assert.Equal(0, (await Portal("backup", _folder["b.zip"], "--data", _folder["data"])).Exit);
        Assert.Equal([_folder["b.zip"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_backup_that_is_refused_damaged_or_cancelled_leaves_no_file()
    {
        await Imported();
        await File.WriteAllTextAsync(_folder["there.zip"], "last night's");
        Assert.Equal(new Refusal("shell.backup.there", _folder["there.zip"]), await Refused("there.zip"));
        Assert.Equal(new Refusal("shell.backup.inside", _folder["data/b.zip"], _folder["data"]), await Refused("data/b.zip"));
        Assert.Equal(new Refusal("shell.backup.noNewsroom", _folder["nothing"]), await Refused("b.zip", "nothing"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Made("b.zip", "data", new CancellationToken(canceled: true)));

        var page = await PageOf("IX_Articles_PublishedAtUtc");
        using (var database = File.OpenWrite(_folder["data/newsroom.db"]))
        {
            // What kind of page it is: no backup asks this index, so that only looking for damage finds it.
            database.Position = (page - 1) * 4096;
            database.WriteByte(0x77);
        }
        var damaged = await Refused("b.zip");
        Assert.Equal("shell.backup.failed", damaged.Word);
        Assert.Contains("is damaged", (string)damaged.Values[1], StringComparison.Ordinal);

        Assert.False(Path.Exists(_folder["nothing"]));
        Assert.Equal([_folder["there.zip"]], Directory.GetFiles(_folder.Path));
        Assert.Equal("last night's", await File.ReadAllTextAsync(_folder["there.zip"]));
    }

    private async Task Imported(params string[] settings)
    {
        ContentTree.Write(_folder["in"], Files);
        Assert.Equal(0, (await Portal(["import", _folder["in"], "--data", _folder["data"], .. settings])).Exit);
    }

    private async Task<long> PageOf(string index)
    {
        await using var connection = new SqliteConnection($"Data Source={_folder["data/newsroom.db"]};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        command.CommandText = $"SELECT rootpage FROM sqlite_schema WHERE name = '{index}'";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private void SetRights(string name, UnixFileMode rights)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder[name], rights);
        }
    }

    private void AssertRights(UnixFileMode rights, string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(rights, File.GetUnixFileMode(_folder[name]));
        }
    }

    private Dictionary<string, byte[]> Kept(string name) => ContentTree.Read(_folder[name], "*")
        .Where(file => !file.Key.StartsWith("newsroom.", StringComparison.Ordinal) && file.Key != "site/secret" && !file.Key.Contains(".newsroom/", StringComparison.Ordinal)).ToDictionary();

    private async Task<Refusal> Refused(string file, string data = "data")
    {
        var refusal = (await Made(file, data, CancellationToken.None)).Refusal;
        Assert.NotNull(refusal);
        Assert.NotEmpty(new Words().Say(refusal.Word, refusal.Values));
        return refusal;
    }

    private Task<Outcome<BackupReport>> Made(string file, string data, CancellationToken cancel) =>
        new Backup(new NewsroomFolders(new NewsroomSettings { Data = _folder[data] }), new Words()).Write(_folder[file], cancel);

    private async Task<(int, string)> Checked(string data, params string[] settings)
    {
        var check = await Portal(["check", "--data", _folder[data], .. settings]);
        return (check.Exit, check.Out.Trim());
    }

    private static Task<PortalRun> Portal(params string[] arguments) => PortalRun.Of(arguments);
}
