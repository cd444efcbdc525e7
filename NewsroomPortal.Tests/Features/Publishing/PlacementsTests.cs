using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Tests.Features.Articles;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Publishing;

/// <summary>What a kill leaves behind at each point of a publish, set up on disk and in the books, and what the next start makes of it.</summary>
public sealed class PlacementsTests : IAsyncLifetime
{
    private const string Path = "content/post/2026/03/20260302-1.md";

    private StaffedNewsroom _newsroom = null!;

    private Placements Placements => _newsroom.Get<Placements>();

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task Killed_before_the_commit_the_old_file_and_the_old_books_stay()
    {
        var id = await _newsroom.Approved();
        _newsroom.Get<ContentFolder>().Stage("staged only"u8.ToArray());
        Assert.Single(_newsroom.SiteFiles());
        await Placements.FinishAll();
        Assert.Empty(_newsroom.SiteFiles());
        Assert.Equal("Approved/None", (await _newsroom.Article(id)).States());
        await Done(_newsroom.Publisher.Publish(Lok, id, await _newsroom.Head(id)));
    }

    [Fact]
    public async Task Killed_between_the_commit_and_the_rename_the_next_start_puts_the_file()
    {
        var id = await _newsroom.Published();
        var old = _newsroom.OnDisk(Path)!;
        await Correction(id);
        await Decide(id, before: TextHash.Of(old), await _newsroom.Head(id));

        await Placements.FinishAll();
        Assert.Equal((await _newsroom.Text(id)).ToBytes(), _newsroom.OnDisk(Path));
        Assert.Equal([Path], _newsroom.SiteFiles());
        Assert.Equal(0, await StillOpen());
    }

    [Fact]
    public async Task Killed_after_the_rename_the_next_start_only_closes_the_books()
    {
        var id = await _newsroom.Published();
        var old = _newsroom.OnDisk(Path)!;
        await Correction(id);
        await Decide(id, before: TextHash.Of(old), await _newsroom.Head(id));
        var bytes = (await _newsroom.Text(id)).ToBytes();
        File.WriteAllBytes(System.IO.Path.Combine(_newsroom.Site, Path), bytes);
        var written = File.GetLastWriteTimeUtc(System.IO.Path.Combine(_newsroom.Site, Path));

        await Placements.FinishAll();
        Assert.Equal(bytes, _newsroom.OnDisk(Path));
        Assert.Equal(written, File.GetLastWriteTimeUtc(System.IO.Path.Combine(_newsroom.Site, Path)));
        Assert.Equal(0, await StillOpen());
    }

    [Fact]
    public async Task Killed_before_a_withheld_file_was_gone_the_next_start_takes_it_away()
    {
        var id = await _newsroom.Published();
        await _newsroom.Set(id, article => article.Public = PublicState.Withheld);
        await Decide(id, before: TextHash.Of(_newsroom.OnDisk(Path)!), version: null);
        await Placements.FinishAll();
        Assert.Empty(_newsroom.SiteFiles());
        Assert.Equal(0, await StillOpen());
    }

    [Fact]
    public async Task What_somebody_changed_on_the_disk_meanwhile_is_not_overwritten()
    {
        var id = await _newsroom.Published();
        var old = _newsroom.OnDisk(Path)!;
        await Correction(id);
        await Decide(id, before: TextHash.Of(old), await _newsroom.Head(id));
        _newsroom.PutOnDisk(Path, "theirs");
        await Placements.FinishAll();
        Assert.Equal("theirs", Encoding.UTF8.GetString(_newsroom.OnDisk(Path)!));
        Assert.Equal(0, await StillOpen());
        Assert.Equal(DiskStanding.Changed, (await _newsroom.Disk.Report(Lok, id))?.Standing);
    }

    [Fact]
    public async Task A_file_that_cannot_be_put_waits_and_is_put_when_it_can()
    {
        var id = await _newsroom.Approved();
        File.WriteAllText(System.IO.Path.Combine(_newsroom.Site, "content", "post"), "a file where a folder belongs");
        await Refused("publishing.disk.waiting", _newsroom.Publisher.Publish(Lok, id, await _newsroom.Head(id)));
        Assert.Equal("Closed/Live", (await _newsroom.Article(id)).States());
        Assert.Equal(1, await StillOpen());
        await Refused("publishing.disk.waiting", Placements.Finish(id));

        File.Delete(System.IO.Path.Combine(_newsroom.Site, "content", "post"));
        await Done(Placements.Finish(id));
        Assert.Equal((await _newsroom.Text(id)).ToBytes(), _newsroom.OnDisk(Path));
        Assert.Equal(0, await StillOpen());
    }

    private async Task Correction(long id)
    {
        await Done(_newsroom.Reviewer.StartCorrection(Fan, id, await _newsroom.Head(id)));
        await _newsroom.Append(id, Fan, "更正。\n");
    }

    /// <summary>The books as an act leaves them when it commits.</summary>
    private async Task Decide(long id, string? before, int? version)
    {
        var after = version is null ? null : TextHash.Of(await _newsroom.Text(id));
        if (version is not null)
        {
            await _newsroom.Set(id, article =>
                (article.Working, article.Public, article.PublishedVersion, article.PublishedSha256) = (WorkingState.Closed, PublicState.Live, version, after));
        }
        await using var db = _newsroom.House.Db();
        db.Add(new Placement { ArticleId = id, Path = Path, Before = before, After = after, Version = version });
        await db.SaveChangesAsync();
    }

    private async Task<int> StillOpen()
    {
        await using var db = _newsroom.House.Db();
        return await db.Set<Placement>().CountAsync();
    }
}
