using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Shell.Commands.Backups;
using NewsroomPortal.Tests.Features.Articles;
using NewsroomPortal.Tests.Support;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Shell.Commands.Backups;

public sealed class SiteCopyTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private StaffedNewsroom _newsroom = null!;

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public async ValueTask DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_published_since_the_database_was_copied_is_taken_as_the_copy_has_it()
    {
        var corrected = await _newsroom.Published();
        var withheld = await _newsroom.Published();
        var released = await _newsroom.Published();
        await Done(_newsroom.Publisher.Withhold(Lok, released, "原因"));
        var expected = Site();
        CopyDatabase();

        await Correct(corrected, "更正\n");
        await Done(_newsroom.Publisher.Withhold(Lok, withheld, "原因"));
        await Done(_newsroom.Publisher.Release(Lok, released, "原因"));
        await _newsroom.Published();
        Assert.NotEqual(expected.Keys.Order(StringComparer.Ordinal), Site().Keys.Order(StringComparer.Ordinal));

        Assert.Equivalent(expected, await Copied(), strict: true);
    }

    [Fact]
    public async Task What_a_person_changed_on_the_disk_is_taken_as_it_lies_there()
    {
        var edited = await _newsroom.Published();
        var gone = await _newsroom.Published();
        _newsroom.PutOnDisk((await _newsroom.Article(edited)).Path, "手改\n");
        File.Delete(Path.Combine(_newsroom.Site, (await _newsroom.Article(gone)).Path));
        _newsroom.PutOnDisk("content/foreign.md", "別人\n");
        _newsroom.PutOnDisk("static/robots.txt", "User-agent: *\n");
        CopyDatabase();

        Assert.Equivalent(Site(), await Copied(), strict: true);
    }

    [Fact]
    public async Task A_file_that_is_decided_but_not_in_place_yet_stays_to_be_put()
    {
        var id = await _newsroom.Published();
        var before = Site();
        var path = (await _newsroom.Article(id)).Path;
        await Correct(id, "更正\n");
        var after = Site()[path];
        // As after a kill between the act's commit and the rename.
        await using (var db = _newsroom.House.Db())
        {
            db.Add(new Placement { ArticleId = id, Path = path, Before = TextHash.Of(before[path]), After = TextHash.Of(after), Version = (await _newsroom.Article(id)).PublishedVersion });
            await db.SaveChangesAsync();
        }
        _newsroom.Get<ContentFolder>().Write(path, before[path]);
        CopyDatabase();

        Assert.Equivalent(before, await Copied(), strict: true);
    }

    private async Task Correct(long id, string text)
    {
        await Done(_newsroom.Reviewer.StartCorrection(Fan, id, await _newsroom.Head(id)));
        await _newsroom.Append(id, Fan, text);
        await Done(_newsroom.Reviewer.Submit(Fan, id, await _newsroom.Head(id)));
        await Done(_newsroom.Reviewer.Approve(Lok, id, await _newsroom.Head(id)));
        await Done(_newsroom.Publisher.Publish(Lok, id, await _newsroom.Head(id)));
    }

    private void CopyDatabase() => DatabaseCopy.Write(Path.Combine(_newsroom.House.Folder, "newsroom.db"), _folder["copy.db"], _ => { }, CancellationToken.None);

    private Dictionary<string, byte[]> Site() => ContentTree.Read(_newsroom.Site, "*").Where(file => !file.Key.StartsWith(".newsroom/", StringComparison.Ordinal)).ToDictionary();

    private async Task<Dictionary<string, byte[]>> Copied()
    {
        await using var copied = DatabaseCopy.Open(_folder["copy.db"]);
        await using var now = DatabaseCopy.Open(Path.Combine(_newsroom.House.Folder, "newsroom.db"));
        using var file = File.Create(_folder["site.zip"]);
        using (var archive = new Archive(file, CancellationToken.None))
        {
            IReadOnlyList<string> paths = [.. new FolderWalk(_newsroom.Site).Files()];
            await new SiteCopy(_newsroom.Site, _newsroom.Get<FileVault>().Read, copied, now, archive).Write(paths, _ => { }, CancellationToken.None);
        }
        return ZipFiles.Read(file).Where(entry => !entry.Key.EndsWith('/')).ToDictionary(entry => entry.Key[BackupManifest.Site.Length..], entry => entry.Value);
    }
}
