using System.Text;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Features.Articles;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Publishing;

public sealed class PublisherTests : IAsyncLifetime
{
    private const string First = "content/post/2026/03/20260302-1.md";

    private StaffedNewsroom _newsroom = null!;

    private Publisher Publisher => _newsroom.Publisher;

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task Publishes_the_approved_text_exactly()
    {
        var id = await _newsroom.Approved();
        var text = await _newsroom.Text(id);
        await Done(Publisher.Publish(Lok, id, text.Version));
        Assert.Equal(Encoding.UTF8.GetBytes(text.Text), _newsroom.OnDisk(First));
        Assert.Equal([First], _newsroom.SiteFiles());
        Assert.Equal(text, await _newsroom.Text(id));
        var article = await _newsroom.Article(id);
        Assert.Equal(("Closed/Live", text.Version, TextHash.Of(text), First), (article.States(), article.PublishedVersion, article.PublishedSha256, article.Path));
        Assert.Equal(_newsroom.House.Clock.GetUtcNow().UtcDateTime, article.PublishedAtUtc);
        var entry = (await _newsroom.Audit(id))[^1];
        Assert.Equal(("publish", "Approved/None", "Closed/Live", text.Version, TextHash.Of(text)), (entry.Act, entry.From, entry.To, entry.Version, entry.Sha256));
    }

    [Fact]
    public async Task Keeps_byte_order_mark_and_line_endings_through_a_correction()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "---\r\ntitle: 舊聞\r\ncategories: [港聞]\r\ndate: 2020-01-02\r\n---\r\n內容\r\n"u8];
        var id = await _newsroom.Import("content/post/old.md", bytes);
        Assert.Equal(bytes, _newsroom.OnDisk("content/post/old.md"));
        await Correct(id, "更正\n");
        Assert.Equal([.. bytes, .. "更正\r\n"u8], _newsroom.OnDisk("content/post/old.md")!);
        Assert.Equal(["content/post/old.md"], _newsroom.SiteFiles());
    }

    [Theory]
    [InlineData("mei", "articles.who.editor")]
    [InlineData("kit", "articles.who.editor")]
    [InlineData("ada", "editing.unknown")]
    [InlineData("fan", "")]
    public async Task Only_editors_publish_withhold_and_release(string person, string word)
    {
        var who = Staff.Single(actor => actor.PersonId == person);
        var id = await _newsroom.Approved();
        Assert.Equal(word, (await Publisher.Publish(who, id, await _newsroom.Head(id))).Refusal?.Word ?? "");
        Assert.Equal(word == "" ? [First] : [], _newsroom.SiteFiles());
        if (word != "")
        {
            await Done(Publisher.Publish(Lok, id, await _newsroom.Head(id)));
        }
        Assert.Equal(word, (await Publisher.Withhold(who, id, "原因")).Refusal?.Word ?? "");
        Assert.Equal(word == "" ? [] : [First], _newsroom.SiteFiles());
        if (word != "")
        {
            await Done(Publisher.Withhold(Lok, id, "原因"));
        }
        Assert.Equal(word, (await Publisher.Release(who, id, "原因")).Refusal?.Word ?? "");
        Assert.Equal(word == "" ? [First] : [], _newsroom.SiteFiles());
    }

    [Fact]
    public async Task Publishes_neither_an_unapproved_nor_an_older_version()
    {
        var id = await _newsroom.Draft();
        await Refused("articles.when.publish", Publisher.Publish(Lok, id, await _newsroom.Head(id)));
        var approved = await _newsroom.Approved();
        await Refused("articles.newer", Publisher.Publish(Lok, approved, await _newsroom.Head(approved) - 1));

        // Edited behind the follower's back: the state column still says Approved.
        await _newsroom.Append(approved, Fan, "改。\n");
        Assert.Equal(WorkingState.Approved, (await _newsroom.Article(approved)).Working);
        await Refused("articles.when.publish", Publisher.Publish(Lok, approved, await _newsroom.Head(approved)));
        Assert.Empty(_newsroom.SiteFiles());
    }

    [Theory]
    [InlineData("categories: [\"港聞\"]", "categories: \"港聞\"", "publishing.front.list")]
    [InlineData("tags: []", "tags: \"地鐵\"", "publishing.front.list")]
    [InlineData("lead: \"\"", "draft: true", "publishing.front.draft")]
    [InlineData("lead: \"\"", "draft: \"true\"", "publishing.front.draft")]
    [InlineData("lead: \"\"", "url: \"https://news.example/a/\"", "publishing.front.url")]
    [InlineData("  - \"recent\"", "  - \"weather\"", "publishing.front.widget")]
    [InlineData("2026-03-02 09:00:00", "02/03/2026", "publishing.front.date")]
    [InlineData("2026-03-02 09:00:00", "2026-03-02 09:00", "publishing.front.date")]
    [InlineData("2026-03-02 09:00:00", "2026-03-02 09:00:01", "publishing.front.future")]
    [InlineData("lead: \"\"", "publishDate: 2026-03-03", "publishing.front.future")]
    [InlineData("lead: \"\"", "expiryDate: 2026-03-01", "publishing.front.expired")]
    [InlineData("sidebar: \"right\"", "sidebar: \"right", "publishing.front.error")]
    [InlineData("\n列車服務今早七時回復正常。\n", "\n{{< a.inline >}}{{ now }}{{< /a.inline >}}\n", "publishing.inlineShortcode")]
    public async Task Refuses_what_Hugo_would_fail_on_or_leave_out(string old, string text, string word)
    {
        var id = await _newsroom.Draft();
        await _newsroom.Replace(id, Mei, old, text);
        await _newsroom.Set(id, article => (article.Working, article.ApprovedVersion) = (WorkingState.Approved, 5));
        Assert.Equal(5, await _newsroom.Head(id));
        await Refused(word, Publisher.Publish(Lok, id, 5));
        Assert.Empty(_newsroom.SiteFiles());
    }

    [Fact]
    public async Task A_site_without_a_zone_reads_now_as_the_future_and_the_refusal_says_so()
    {
        var id = await _newsroom.Approved();
        _newsroom.PutOnDisk("hugo.toml", "title = \"x\"\n");
        var refusal = (await Publisher.Publish(Lok, id, await _newsroom.Head(id))).Refusal;
        Assert.Equal(
            new Refusal("publishing.front.future", "2026-03-02 09:00:00", "2026-03-02 17:00:00 +08:00", "2026-03-02 09:00:00 +08:00", "UTC"), refusal);
    }

    [Fact]
    public async Task The_path_follows_the_date_and_what_already_lies_there_until_it_is_frozen()
    {
        _newsroom.PutOnDisk("content/post/2025/12/20251231-1.md", "theirs");
        _newsroom.PutOnDisk("content/post/2025/12/20251231-2.MD", "theirs too");
        var id = await _newsroom.Draft();
        await _newsroom.Replace(id, Mei, "2026-03-02 09:00:00", "2025-12-31 23:59:00");
        await Done(_newsroom.Reviewer.Submit(Mei, id, await _newsroom.Head(id)));
        await Done(_newsroom.Reviewer.Approve(Lok, id, await _newsroom.Head(id)));
        await Done(Publisher.Publish(Lok, id, await _newsroom.Head(id)));
        Assert.Equal("content/post/2025/12/20251231-3.md", (await _newsroom.Article(id)).Path);
        Assert.Equal("theirs", Encoding.UTF8.GetString(_newsroom.OnDisk("content/post/2025/12/20251231-1.md")!));

        await Done(_newsroom.Reviewer.StartCorrection(Lok, id, await _newsroom.Head(id)));
        await _newsroom.Replace(id, Mei, "2025-12-31", "2025-12-30");
        await Done(_newsroom.Reviewer.Submit(Mei, id, await _newsroom.Head(id)));
        await Done(_newsroom.Reviewer.Approve(Lok, id, await _newsroom.Head(id)));
        await Done(Publisher.Publish(Lok, id, await _newsroom.Head(id)));
        Assert.Equal("content/post/2025/12/20251231-3.md", (await _newsroom.Article(id)).Path);
        await Refused("articles.when.setSlug", _newsroom.Shelf.SetSlug(Lok, id, "later"));
    }

    [Fact]
    public async Task A_slug_whose_file_exists_is_refused_and_nothing_is_overwritten()
    {
        var id = await _newsroom.Approved();
        await Done(_newsroom.Shelf.SetSlug(Lok, id, "mtr"));
        _newsroom.PutOnDisk("content/post/2026/03/MTR.md", "theirs");
        await Refused("articles.path.taken", Publisher.Publish(Lok, id, await _newsroom.Head(id)));
        Assert.Equal(["content/post/2026/03/MTR.md"], _newsroom.SiteFiles());
        Assert.Equal("Approved/None", (await _newsroom.Article(id)).States());
    }

    [Fact]
    public async Task Withholding_takes_the_file_away_and_releasing_brings_the_same_one_back()
    {
        var id = await _newsroom.Published();
        var bytes = _newsroom.OnDisk(First);
        await Refused("publishing.reason", Publisher.Withhold(Lok, id, " "));
        await Done(Publisher.Withhold(Lok, id, "法律意見"));
        Assert.Empty(_newsroom.SiteFiles());
        await Refused("articles.when.withhold", Publisher.Withhold(Lok, id, "再來"));
        await Refused("publishing.reason", Publisher.Release(Lok, id, ""));

        // Work goes on meanwhile; what comes back is what was withheld.
        await Done(_newsroom.Reviewer.StartCorrection(Mei, id, await _newsroom.Head(id)));
        await _newsroom.Append(id, Mei, "未批准。\n");
        await Done(Publisher.Release(Lok, id, "已核實"));
        Assert.Equal(bytes, _newsroom.OnDisk(First));
        var audit = (await _newsroom.Audit(id))[^3..];
        Assert.Equal([("withhold", "法律意見"), ("startCorrection", null), ("release", "已核實")], audit.Select(entry => (entry.Act, entry.Reason)));
        Assert.Equal((audit[0].Version, audit[0].Sha256), (audit[2].Version, audit[2].Sha256));
    }

    [Fact]
    public async Task A_correction_of_a_withheld_article_goes_live_when_it_is_published()
    {
        var id = await _newsroom.Published();
        await Done(Publisher.Withhold(Lok, id, "有誤"));
        await Correct(id, "更正。\n");
        Assert.EndsWith("更正。\n", Encoding.UTF8.GetString(_newsroom.OnDisk(First)!), StringComparison.Ordinal);
        Assert.Equal("Closed/Live", (await _newsroom.Article(id)).States());
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_changes_nothing()
    {
        var id = await _newsroom.Approved();
        _newsroom.PutOnDisk("content/post/2026/03/x", "");
        File.WriteAllText(Path.Combine(_newsroom.Site, ".newsroom"), "in the way");
        await Refused("publishing.disk.problem", Publisher.Publish(Lok, id, await _newsroom.Head(id)));
        Assert.Equal("Approved/None", (await _newsroom.Article(id)).States());
        Assert.Equal("approve", (await _newsroom.Audit(id))[^1].Act);
    }

    private async Task Correct(long id, string more)
    {
        await Done(_newsroom.Reviewer.StartCorrection(Fan, id, await _newsroom.Head(id)));
        await _newsroom.Append(id, Fan, more);
        await Done(_newsroom.Reviewer.Submit(Fan, id, await _newsroom.Head(id)));
        await Done(_newsroom.Reviewer.Approve(Lok, id, await _newsroom.Head(id)));
        await Done(Publisher.Publish(Lok, id, await _newsroom.Head(id)));
    }
}
