using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Shell.Commands.Checking;
using NewsroomPortal.Tests.Features.Articles;
using NewsroomPortal.Tests.Support;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Publishing;

public sealed class FileImportTests : IAsyncLifetime
{
    private readonly TemporaryFolder _elsewhere = new();
    private StaffedNewsroom _newsroom = null!;

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public async ValueTask DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task A_file_is_kept_once_by_its_hash_and_lies_in_the_site()
    {
        byte[] bytes = [0, 0xFF, 13, 10];
        Assert.Equal([null, null], await Take(("content/a/圖.png", bytes), ("content/b/copy.png", bytes)));

        var sha256 = TextHash.Of(bytes);
        Assert.Equal(bytes, _newsroom.Get<FileVault>().Read(sha256));
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(_newsroom.House.Folder, "files"), "*", SearchOption.AllDirectories));
        Assert.EndsWith(Path.Combine("files", sha256[..2], sha256[2..]), kept, StringComparison.Ordinal);
        Assert.Equal(bytes, _newsroom.OnDisk("content/a/圖.png"));
        Assert.Equal(bytes, _newsroom.OnDisk("content/b/copy.png"));
        await using var db = _newsroom.House.Db();
        Assert.Equal(
            [("importFile", "content/a/圖.png", sha256), ("importFile", "content/b/copy.png", sha256)],
            (await db.Set<AuditEntry>().ToListAsync()).Select(entry => (entry.Act, entry.Subject, entry.Sha256)));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_named_and_nothing_of_it_is_kept()
    {
        _newsroom.PutOnDisk("content/theirs.txt", "theirs");
        await _newsroom.Import("content/a.md", "x"u8.ToArray());
        var results = await Take(
            ("content/theirs.txt", "ours"u8.ToArray()), ("../out.png", [1]), ("content/x.png", [1]), ("content/X.png", [2]),
            ("content/a.MD", [3]), ("content/NUL.txt", [4]), ("content/a?.png", [5]), ("content/.hidden/a.png", [6]));
        Assert.Equal(
            [
                "publishing.import.different (content/theirs.txt)", "hugo.path.traversal", null, "articles.path.taken (content/x.png)",
                "articles.path.taken (content/a.md)", "hugo.path.reserved", "hugo.path.character", "hugo.path.edge",
            ],
            results);
        Assert.Equal("theirs"u8.ToArray(), _newsroom.OnDisk("content/theirs.txt"));
        Assert.Equal(["content/a.md", "content/theirs.txt", "content/x.png"], _newsroom.SiteFiles());
    }

    [Fact]
    public async Task Taken_again_it_is_known_and_other_bytes_are_refused()
    {
        await Take(("content/a.png", [1]));
        var again = await _newsroom.Get<FileImport>().Take([new ImportFile("content/a.png", [1])], Actor.Portal).ToListAsync();
        Assert.True(Assert.Single(again).IsKnown);
        Assert.Equal(["articles.path.taken (content/a.png)"], await Take(("content/a.png", [2])));
    }

    [Theory]
    [InlineData("content/a.png", 1, null, true)]
    [InlineData("content/a.png", 2, "articles.path.taken (content/a.png)", false)]
    [InlineData("content/A.png", 1, "articles.path.taken (content/A.png)", false)]
    public async Task A_path_that_another_import_took_meanwhile_is_known_or_refused_and_the_rest_is_taken(string theirs, byte bytes, string? refusal, bool isKnown)
    {
        Task<List<ImportedFile>> import;
        using (await _newsroom.Get<WriteGate>().EnterAsync())
        {
            import = Task.Run(() => _newsroom.Get<FileImport>().Take([new ImportFile("content/a.png", [1]), new ImportFile("content/b.png", [2])], Actor.Portal).ToListAsync().AsTask());
            while (_newsroom.OnDisk("content/b.png") is null && !import.IsCompleted)
            {
                await Task.Yield();
            }
            await using var db = _newsroom.House.Db();
            db.Add(new SiteFile { Path = theirs, PathKey = "content/a.png", Sha256 = TextHash.Of([bytes]), Length = 1 });
            await db.SaveChangesAsync();
        }
        var taken = await import;
        Assert.Equal([(refusal, isKnown), (null, false)], taken.Select(file => (file.Refusal?.ToString(), file.IsKnown)));
        await using var after = _newsroom.House.Db();
        Assert.Equal([theirs, "content/b.png"], after.Set<SiteFile>().OrderBy(file => file.Id).Select(file => file.Path));
        Assert.Equal(["content/b.png"], after.Set<AuditEntry>().Select(entry => entry.Subject));
    }

    [Fact]
    public async Task A_content_file_does_not_share_its_path_with_another_file()
    {
        Assert.Equal([null], await Take(("content/a.MD", [1])));
        var taken = await _newsroom.Get<ArticleImport>().Take([new ImportFile("content/a.md", [2])], Actor.Portal).ToListAsync();
        Assert.Equal(new Refusal("articles.path.taken", "content/a.MD"), Assert.Single(taken).Refusal);
    }

    [Fact]
    public void Links_and_what_is_too_large_are_told_by_name()
    {
        Directory.CreateDirectory(_elsewhere.Below("content", "real"));
        File.WriteAllText(_elsewhere.Below("content", "real", "a.png"), "x");
        using (var large = File.Create(_elsewhere.Below("content", "large.bin")))
        {
            large.SetLength(FileImport.MostBytes + 1L);
        }
        Directory.CreateSymbolicLink(_elsewhere.Below("content", "folder"), _elsewhere.Below("content", "real"));
        File.CreateSymbolicLink(_elsewhere.Below("content", "b.md"), "/etc/hostname");
        File.CreateSymbolicLink(_elsewhere.Below("content", "nowhere.png"), "gone");

        Assert.Equal(
            [
                ("content/b.md", "publishing.import.link (/etc/hostname)"),
                ("content/folder", $"publishing.import.link ({_elsewhere.Below("content", "real")})"),
                ("content/large.bin", "publishing.import.large (100)"),
                ("content/nowhere.png", "publishing.import.link (gone)"),
                ("content/real/a.png", null),
            ],
            ImportFolder.Find(_elsewhere.Path).Select(file => (file.Path, (file.Refusal ?? file.Read(_elsewhere.Path).Refusal)?.ToString())));
    }

    [Fact]
    public async Task Hostile_names_never_leave_the_folders()
    {
        var names = File.ReadLines(SharedFolder.Require("material", "paths", "names.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("s").GetString()!).ToList();
        Assert.NotEmpty(names);
        var parent = Directory.GetParent(_newsroom.House.Folder)!.FullName;
        var before = Directory.GetFileSystemEntries(parent).Length;
        var results = await Take([.. names.Select(name => (name, new byte[] { 7 }))]);

        Assert.Contains(results, refusal => refusal is not null);
        var below = Directory.GetFiles(_newsroom.Site, "*", SearchOption.AllDirectories).Count(file => File.ReadAllBytes(file) is [7]);
        Assert.Equal(results.Count(refusal => refusal is null), below);
        Assert.DoesNotContain(Directory.GetFiles(parent), file => new FileInfo(file).Length == 1 && File.ReadAllBytes(file) is [7]);
    }

    [Fact]
    public async Task A_check_names_bytes_that_are_not_what_was_kept_and_files_changed_in_the_site()
    {
        await Take(("content/a.png", [1]), ("content/b.png", [2]), ("content/c.png", [3]));
        var sha256 = TextHash.Of([1]);
        File.WriteAllBytes(Path.Combine(_newsroom.House.Folder, "files", sha256[..2], sha256[2..]), [9]);
        _newsroom.PutOnDisk("content/b.png", "other");
        File.Delete(Path.Combine(_newsroom.Site, "content/c.png"));

        var check = new FileCheck(_newsroom.Get<IDbContextFactory<NewsroomDb>>(), _newsroom.Get<FileVault>(), _newsroom.Get<ContentFolder>());
        Assert.Equal(
            [("content/a.png", "publishing.disk.problem"), ("content/b.png", "shell.check.changedOnDisk"), ("content/c.png", "shell.check.missing")],
            (await check.Problems().ToListAsync()).Select(problem => (problem.Where, problem.What.Word)));
        var export = await _newsroom.Get<ArticleExport>().Write(_elsewhere.Path, published: true).ToListAsync();
        Assert.Equal(["publishing.disk.problem", null, null], export.Select(file => file.Refusal?.Word));
    }

    private async Task<List<string?>> Take(params (string Path, byte[] Bytes)[] files) =>
        (await _newsroom.Get<FileImport>().Take(files.Select(file => new ImportFile(file.Path, file.Bytes)), Actor.Portal).ToListAsync())
            .ConvertAll(file => file.Refusal?.ToString());
}
