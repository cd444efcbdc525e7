using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Features.Articles;
using NewsroomPortal.Tests.Support;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Publishing;

public sealed class FolderComparisonTests : IAsyncLifetime
{
    private readonly TemporaryFolder _checkout = new();
    private StaffedNewsroom _newsroom = null!;

    public async ValueTask InitializeAsync()
    {
        _newsroom = await Open();
        foreach (var name in new[] { "a.md", "b.md", "c.md", "d.md", "e.md", "p.png", "q.png", "r.png", "s.png" })
        {
            Write(_checkout.Path, name, Original(name));
        }
        var report = await Compare(_checkout.Path);
        Assert.Equal(9, report.Differences.Count);
        var import = new FolderImport(_checkout.Path, _newsroom.Get<ArticleImport>(), _newsroom.Get<FileImport>());
        Assert.All(await import.Take(report.Found(), Actor.Portal).ToListAsync(), file => Assert.Null(file.Refusal));
    }

    public async ValueTask DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _checkout.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_file_is_told_as_what_it_is_and_nothing_is_changed(bool inSite)
    {
        var folder = inSite ? _newsroom.Site : _checkout.Path;
        await EditInPortal(2);
        await EditInPortal(3);
        Write(folder, "a.md", "a2");
        Write(folder, "c.md", "c2");
        File.Delete(Path.Combine(folder, "content/d.md"));
        File.Move(Path.Combine(folder, "content/e.md"), Path.Combine(folder, "content/moved.md"));
        Write(folder, "new.md", "new");
        Write(folder, "p.png", "p2");
        File.Delete(Path.Combine(folder, "content/q.png"));
        File.Move(Path.Combine(folder, "content/r.png"), Path.Combine(folder, "content/t.png"));

        var report = await Compare(folder);

        Assert.Equal(
            [
                "EditedInFolder content/a.md", "EditedInPortal content/b.md", "EditedInBoth content/c.md", "Deleted content/d.md", "Renamed content/e.md content/moved.md",
                "New content/new.md", "EditedInFolder content/p.png", "Deleted content/q.png", "Renamed content/r.png content/t.png",
            ],
            report.Differences.Select(Tell));
        Assert.Equal((inSite, 1, 0), (report.IsSite, report.Unchanged, report.Refused.Count));
        Assert.Equal("a.md\n", (await _newsroom.Text(1)).Text);
        Assert.Equal(report.Differences.Select(Tell), (await Compare(folder)).Differences.Select(Tell));
    }

    [Fact]
    public async Task A_checkout_that_has_an_older_text_is_not_edited()
    {
        await _newsroom.Set(1, article => article.Working = WorkingState.Draft);
        await _newsroom.Push(1, Lok, "---\ntitle: 題\ndate: 2026-03-01 09:00:00\ncategories: [港聞]\n---\n更正。\n");
        await Done(_newsroom.Reviewer.Submit(Lok, 1, await _newsroom.Head(1)));
        await Done(_newsroom.Reviewer.Approve(Fan, 1, await _newsroom.Head(1)));
        await Done(_newsroom.Publisher.Publish(Lok, 1, await _newsroom.Head(1)));
        Assert.Equal(["EditedInPortal content/a.md"], (await Compare(_checkout.Path)).Differences.Select(Tell));
        Assert.Empty((await Compare(_newsroom.Site)).Differences);
    }

    [Fact]
    public async Task Of_another_tree_nothing_is_missing_and_a_story_of_the_portal_is_not_missing_in_a_checkout()
    {
        await _newsroom.Published();
        Assert.Empty((await Compare(_checkout.Path)).Differences);
        using var other = new TemporaryFolder();
        Write(other.Path, "z.md", "z");
        Assert.Equal(["New content/z.md"], (await Compare(other.Path)).Differences.Select(Tell));
    }

    [Fact]
    public async Task The_folders_text_becomes_a_version_or_the_portals_is_put_back()
    {
        Write(_newsroom.Site, "a.md", "a2");
        Write(_newsroom.Site, "b.md", "b2");
        Write(_newsroom.Site, "p.png", "p2");
        Write(_newsroom.Site, "q.png", "q2");
        await Decide(_newsroom.Site, "content/a.md", FolderDecision.TakeTheirs);
        await Decide(_newsroom.Site, "content/b.md", FolderDecision.KeepOurs);
        await Decide(_newsroom.Site, "content/p.png", FolderDecision.TakeTheirs);
        await Decide(_newsroom.Site, "content/q.png", FolderDecision.KeepOurs);

        Assert.Equal(("a2", 2, "takeFromDisk"), ((await _newsroom.Text(1)).Text, await _newsroom.Head(1), (await _newsroom.Audit(1))[^1].Act));
        Assert.Equal("b.md\n"u8.ToArray(), _newsroom.OnDisk("content/b.md"));
        Assert.Equal("p2"u8.ToArray(), _newsroom.Get<FileVault>().Read(TextHash.Of("p2"u8.ToArray())));
        Assert.Equal("q.png\n"u8.ToArray(), _newsroom.OnDisk("content/q.png"));
        Assert.Empty((await Compare(_newsroom.Site)).Differences);
    }

    [Fact]
    public async Task A_checkouts_text_is_merged_with_the_work_on_the_article_and_the_site_stays()
    {
        await EditInPortal(1);
        Write(_checkout.Path, "a.md", "前\na.md\n");
        await Decide(_checkout.Path, "content/a.md", FolderDecision.TakeTheirs);
        Assert.Equal("前\na.md\n更正。\n", (await _newsroom.Text(1)).Text);
        Assert.Equal(("Draft/Live", 1), ((await _newsroom.Article(1)).States(), (await _newsroom.Article(1)).PublishedVersion));
        Assert.Equal("a.md\n"u8.ToArray(), _newsroom.OnDisk("content/a.md"));
    }

    [Fact]
    public async Task A_rename_is_followed_and_what_is_gone_is_taken_off_the_site()
    {
        File.Move(Path.Combine(_newsroom.Site, "content/a.md"), Path.Combine(_newsroom.Site, "content/a9.md"));
        File.Move(Path.Combine(_newsroom.Site, "content/p.png"), Path.Combine(_newsroom.Site, "content/p9.png"));
        File.Delete(Path.Combine(_newsroom.Site, "content/b.md"));
        File.Delete(Path.Combine(_newsroom.Site, "content/q.png"));
        Write(_newsroom.Site, "new.md", "new");
        await Decide(_newsroom.Site, "content/a.md", FolderDecision.FollowRename);
        await Decide(_newsroom.Site, "content/p.png", FolderDecision.FollowRename);
        await Decide(_newsroom.Site, "content/b.md", FolderDecision.MarkGone);
        await Decide(_newsroom.Site, "content/q.png", FolderDecision.MarkGone);
        await Decide(_newsroom.Site, "content/new.md", FolderDecision.TakeAsNew);

        Assert.Equal(("content/a9.md", "followRename"), ((await _newsroom.Article(1)).Path, (await _newsroom.Audit(1))[^1].Act));
        Assert.Equal(PublicState.Withheld, (await _newsroom.Article(2)).Public);
        Assert.Empty((await Compare(_newsroom.Site)).Differences);
    }

    [Fact]
    public async Task Only_who_may_decides_and_only_about_what_was_seen()
    {
        Write(_newsroom.Site, "a.md", "a2");
        Write(_newsroom.Site, "p.png", "p2");
        Write(_newsroom.Site, "new.md", "new");
        var report = await Compare(_newsroom.Site);
        await Refused("articles.who.editor", Decide(Mei, report, "content/a.md", FolderDecision.TakeTheirs));
        await Refused("publishing.decide.who", Decide(Mei, report, "content/p.png", FolderDecision.TakeTheirs));
        await Refused("publishing.decide.who", Decide(Mei, report, "content/new.md", FolderDecision.TakeAsNew));
        await Refused("publishing.decide.notHere", Decide(Lok, report, "content/a.md", FolderDecision.FollowRename));
        Write(_newsroom.Site, "a.md", "a3");
        Write(_newsroom.Site, "p.png", "p3");
        await Refused("publishing.disk.moved", Decide(Lok, report, "content/a.md", FolderDecision.KeepOurs));
        await Refused("publishing.disk.moved", Decide(Lok, report, "content/p.png", FolderDecision.KeepOurs));
        Assert.Equal("a3"u8.ToArray(), _newsroom.OnDisk("content/a.md"));
    }

    private static string Original(string name) => name + "\n";

    private static void Write(string folder, string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder, "content"));
        File.WriteAllText(Path.Combine(folder, "content", name), text);
    }

    private static string Tell(FolderDifference one) => $"{one.Kind} {one.Path}{(one.NewPath is null ? "" : " " + one.NewPath)}";

    private Task<FolderReport> Compare(string folder) => _newsroom.Get<FolderComparison>().Compare(folder);

    private async Task EditInPortal(long id)
    {
        await Done(_newsroom.Reviewer.StartCorrection(Lok, id, await _newsroom.Head(id)));
        await _newsroom.Append(id, Lok, "更正。\n");
    }

    private async Task Decide(string folder, string path, FolderDecision decision) => await Done(Decide(Lok, await Compare(folder), path, decision));

    private Task<Outcome> Decide(Actor who, FolderReport report, string path, FolderDecision decision) =>
        _newsroom.Get<FolderDecisions>().Decide(who, report, report.Differences.Single(one => one.Path == path), decision, "檔案已刪除");
}
