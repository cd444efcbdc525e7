using System.Text;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Tests.Features.Articles;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Publishing;

public sealed class DiskCopyTests : IAsyncLifetime
{
    private const string Path = "content/post/2026/03/20260302-1.md";

    private StaffedNewsroom _newsroom = null!;
    private long _id;

    private DiskCopy Disk => _newsroom.Disk;

    public async ValueTask InitializeAsync()
    {
        _newsroom = await Open();
        _id = await _newsroom.Published();
    }

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task A_file_changed_on_the_disk_is_shown_and_never_overwritten_or_removed()
    {
        Assert.Equal(DiskStanding.AsPublished, (await Report())!.Standing);
        var theirs = ChangeOnDisk();
        var report = await Report();
        Assert.Equal((DiskStanding.Changed, theirs, (await _newsroom.Text(_id)).Text), (report!.Standing, report.OnDisk, report.Published));

        await Refused("publishing.disk.changed", _newsroom.Publisher.Withhold(Lok, _id, "原因"));
        await ApprovedCorrection();
        await Refused("publishing.disk.changed", _newsroom.Publisher.Publish(Lok, _id, await _newsroom.Head(_id)));
        Assert.Equal(theirs, OnDisk());
        Assert.Equal("Approved/Live", (await _newsroom.Article(_id)).States());
    }

    [Fact]
    public async Task Its_text_can_be_taken_in_as_a_correction()
    {
        var theirs = ChangeOnDisk();
        await Done(Disk.TakeIn(Lok, _id, (await Report())!.Sha256!));
        var article = await _newsroom.Article(_id);
        Assert.Equal((theirs, "Draft/Live", await _newsroom.Head(_id)), ((await _newsroom.Text(_id)).Text, article.States(), article.PublishedVersion));
        Assert.Equal(DiskStanding.AsPublished, (await Report())!.Standing);
        Assert.Equal(("takeFromDisk", "Closed/Live", "Draft/Live", article.PublishedSha256), Last(await _newsroom.Audit(_id)));
    }

    [Fact]
    public async Task Its_text_is_merged_with_a_correction_that_is_being_written()
    {
        await Done(_newsroom.Reviewer.StartCorrection(Mei, _id, await _newsroom.Head(_id)));
        await _newsroom.Append(_id, Mei, "本報的更正。\n");
        var theirs = ChangeOnDisk();
        await Done(Disk.TakeIn(Lok, _id, (await Report())!.Sha256!));
        Assert.Equal(theirs + "本報的更正。\n", (await _newsroom.Text(_id)).Text);
        var published = (await _newsroom.Article(_id)).PublishedVersion!.Value;
        Assert.Equal(theirs, (await _newsroom.House.Authority.ReadAt(_id, published))!.Text);
    }

    [Fact]
    public async Task An_approval_does_not_survive_what_is_taken_in()
    {
        await ApprovedCorrection();
        ChangeOnDisk();
        await Done(Disk.TakeIn(Lok, _id, (await Report())!.Sha256!));
        await Refused("articles.when.publish", _newsroom.Publisher.Publish(Fan, _id, await _newsroom.Head(_id)));
    }

    [Fact]
    public async Task The_published_version_can_be_put_back()
    {
        ChangeOnDisk();
        await Done(Disk.PutBack(Lok, _id, (await Report())!.Sha256));
        Assert.Equal((await _newsroom.Text(_id)).Text, OnDisk());
        Assert.Equal("putBackOnDisk", (await _newsroom.Audit(_id))[^1].Act);

        File.Delete(System.IO.Path.Combine(_newsroom.Site, Path));
        Assert.Equal(DiskStanding.Missing, (await Report())!.Standing);
        await Refused("publishing.disk.changed", _newsroom.Publisher.Publish(Lok, await Reapproved(), await _newsroom.Head(_id)));
        await Done(Disk.PutBack(Lok, _id, null));
        Assert.Equal(DiskStanding.AsPublished, (await Report())!.Standing);
        await Done(_newsroom.Publisher.Publish(Lok, _id, await _newsroom.Head(_id)));
    }

    [Fact]
    public async Task A_decision_about_another_text_than_lies_there_is_refused()
    {
        ChangeOnDisk();
        var seen = (await Report())!.Sha256!;
        ChangeOnDisk();
        await Refused("publishing.disk.moved", Disk.PutBack(Lok, _id, seen));
        await Refused("publishing.disk.moved", Disk.TakeIn(Lok, _id, seen));
        await Refused("articles.who.editor", Disk.PutBack(Mei, _id, seen));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_not_taken_in()
    {
        File.WriteAllBytes(System.IO.Path.Combine(_newsroom.Site, Path), [.. "---\n"u8, 0xFF]);
        var report = await Report();
        Assert.Equal((DiskStanding.Changed, null), (report!.Standing, report.OnDisk));
        await Refused("publishing.import.encoding", Disk.TakeIn(Lok, _id, report.Sha256!));
    }

    [Fact]
    public async Task A_file_that_lies_there_although_the_article_is_withheld_is_told()
    {
        await Done(_newsroom.Publisher.Withhold(Lok, _id, "原因"));
        Assert.Equal(DiskStanding.AsPublished, (await Report())!.Standing);
        _newsroom.PutOnDisk(Path, "back again");
        Assert.Equal(DiskStanding.LeftThere, (await Report())!.Standing);
        await Refused("publishing.disk.changed", _newsroom.Publisher.Release(Lok, _id, "原因"));
    }

    [Fact]
    public async Task Nothing_is_told_of_what_was_never_published_or_may_not_be_read()
    {
        Assert.Null(await Disk.Report(Lok, await _newsroom.Draft()));
        Assert.Null(await Disk.Report(Ada, _id));
    }

    private Task<DiskReport?> Report() => Disk.Report(Lok, _id);

    private string OnDisk() => Encoding.UTF8.GetString(_newsroom.OnDisk(Path)!);

    private string ChangeOnDisk()
    {
        var theirs = OnDisk().Replace("今早", "今晨", StringComparison.Ordinal).Replace("列車", "港鐵列車", StringComparison.Ordinal);
        _newsroom.PutOnDisk(Path, theirs);
        return theirs;
    }

    private async Task ApprovedCorrection()
    {
        await Done(_newsroom.Reviewer.StartCorrection(Mei, _id, await _newsroom.Head(_id)));
        await _newsroom.Append(_id, Mei, "本報的更正。\n");
        await Reapproved();
    }

    private async Task<long> Reapproved()
    {
        if ((await _newsroom.Article(_id)).Working == WorkingState.Closed)
        {
            await Done(_newsroom.Reviewer.StartCorrection(Mei, _id, await _newsroom.Head(_id)));
        }
        await Done(_newsroom.Reviewer.Submit(Mei, _id, await _newsroom.Head(_id)));
        await Done(_newsroom.Reviewer.Approve(Lok, _id, await _newsroom.Head(_id)));
        return _id;
    }

    private static (string, string?, string?, string?) Last(List<NewsroomPortal.Foundation.Audit.AuditEntry> audit) =>
        (audit[^1].Act, audit[^1].From, audit[^1].To, audit[^1].Sha256);
}
