using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Articles;

public sealed class ArticleShelfTests : IAsyncLifetime
{
    private StaffedNewsroom _newsroom = null!;

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task A_new_article_has_the_seventeen_fields_and_now_in_Hong_Kong()
    {
        var id = (await _newsroom.Shelf.Create(Mei)).Value;
        var front = FrontMatter.Read((await _newsroom.Text(id)).Text);
        string[] keys =
        [
            "title", "date", "summary", "categories", "lang", "translations", "tags", "menu", "thumbnail", "lead", "comments", "authorbox", "pager",
            "toc", "mathjax", "sidebar", "widgets",
        ];
        Assert.Equal(keys, front.Fields.Select(field => field.Key));
        Assert.Empty(front.Warnings);
        Assert.Equal("2026-03-02 09:00:00", front["date"]!.Text);
        Assert.Equal("", front.Body);
        var article = await _newsroom.Article(id);
        Assert.Equal(("content/post/2026/03/20260302-1.md", "mei", WorkingState.Draft, PublicState.None),
            (article.Path, article.OwnerId, article.Working, article.Public));
        var entry = Assert.Single(await _newsroom.Audit(id));
        Assert.Equal(("create", "mei", 1, TextHash.Of(await _newsroom.Text(id))), (entry.Act, entry.PersonId, entry.Version, entry.Sha256));
    }

    [Theory]
    [InlineData("timeZone = \"Asia/Taipei\"\n", "2026-03-02 09:00:00")]
    [InlineData("title = \"x\"\n", "2026-03-02T09:00:00+08:00")]
    [InlineData("timeZone = \"Europe/London\"\n", "2026-03-02T09:00:00+08:00")]
    public async Task A_date_is_written_so_that_the_site_reads_this_very_moment(string settings, string written)
    {
        _newsroom.PutOnDisk("hugo.toml", settings);
        var id = (await _newsroom.Shelf.Create(Mei)).Value;
        var date = FrontMatter.Read((await _newsroom.Text(id)).Text)["date"]!.Text;
        if (!settings.Contains("Taipei", StringComparison.Ordinal))
        {
            Assert.Equal(written, date);
        }
        Assert.Equal(_newsroom.House.Clock.GetUtcNow(), _newsroom.Get<SiteClock>().Read(date));
    }

    [Fact]
    public async Task A_new_article_lies_in_the_site_s_own_content_folder()
    {
        _newsroom.PutOnDisk("hugo.toml", "contentDir = \"src/stories\"\n");
        var id = (await _newsroom.Shelf.Create(Mei)).Value;
        Assert.Equal("src/stories/post/2026/03/20260302-1.md", (await _newsroom.Article(id)).Path);
    }

    [Fact]
    public async Task Articles_of_a_day_are_numbered_and_a_deleted_number_is_free_again()
    {
        var ids = new List<long>();
        for (var n = 0; n < 11; n++)
        {
            ids.Add((await _newsroom.Shelf.Create(n % 2 == 0 ? Mei : Lok)).Value);
        }
        Assert.Equal("content/post/2026/03/20260302-11.md", (await _newsroom.Article(ids[10])).Path);
        await Done(_newsroom.Shelf.Delete(Mei, ids[4]));
        Assert.Equal("content/post/2026/03/20260302-5.md", (await _newsroom.Article((await _newsroom.Shelf.Create(Kit)).Value)).Path);
    }

    [Fact]
    public async Task Only_journalists_and_editors_create()
    {
        Assert.Equal("articles.who.create", (await _newsroom.Shelf.Create(Ada)).Refusal?.Word);
        Assert.True((await _newsroom.Shelf.Create(Lok)).IsDone);
    }

    [Fact]
    public async Task Deletes_a_draft_with_everything_but_the_audit_trail()
    {
        var id = await _newsroom.Draft();
        await _newsroom.Follow(id);
        await Refused("articles.who.ownerOrEditor", _newsroom.Shelf.Delete(Kit, id));
        await Done(_newsroom.Shelf.Delete(Mei, id));
        Assert.Null(await _newsroom.House.Authority.Read(id));
        await using var db = _newsroom.House.Db();
        Assert.False(await db.Set<Article>().AnyAsync(article => article.Id == id));
        Assert.False(await db.Set<DocumentChange>().AnyAsync(change => change.DocumentId == id));
        var last = (await _newsroom.Audit(id))[^1];
        Assert.Equal(("delete", "港島線今早恢復正常"), (last.Act, last.Subject));
    }

    [Fact]
    public async Task Deletes_nothing_that_was_published_or_is_in_review()
    {
        var published = await _newsroom.Published();
        await Refused("articles.when.delete", _newsroom.Shelf.Delete(Lok, published));
        await Done(_newsroom.Reviewer.StartCorrection(Mei, published, await _newsroom.Head(published)));
        await Refused("articles.when.delete", _newsroom.Shelf.Delete(Lok, published));
        var inReview = await _newsroom.Draft();
        await Done(_newsroom.Reviewer.Submit(Mei, inReview, await _newsroom.Head(inReview)));
        await Refused("articles.when.delete", _newsroom.Shelf.Delete(Mei, inReview));
        Assert.NotNull(await _newsroom.House.Authority.Read(inReview));
    }

    [Fact]
    public async Task Assigning_gives_an_owner_first_and_then_an_assignee()
    {
        var id = await _newsroom.Import("content/post/old.md", "---\ntitle: 舊聞\n---\n內容\n"u8.ToArray());
        await Refused("articles.who.editor", _newsroom.Shelf.Assign(Mei, id, "mei"));
        await Refused("articles.assign.person", _newsroom.Shelf.Assign(Lok, id, "ada"));
        await Refused("articles.assign.person", _newsroom.Shelf.Assign(Lok, id, "nobody"));
        await Done(_newsroom.Shelf.Assign(Lok, id, "mei"));
        Assert.Equal(("mei", null), await Hands(id));
        await Done(_newsroom.Shelf.Assign(Lok, id, "kit"));
        Assert.Equal(("mei", "kit"), await Hands(id));
        await Done(_newsroom.Shelf.Assign(Lok, id, null));
        Assert.Equal(("mei", null), await Hands(id));
        Assert.Equal(["Chan Mei", "Ho Kit", null], (await _newsroom.Audit(id)).Where(entry => entry.Act == "assign").Select(entry => entry.Reason));
    }

    [Fact]
    public async Task A_slug_names_the_file_and_is_nobody_elses()
    {
        var first = await _newsroom.Draft();
        var second = await _newsroom.Draft();
        await Done(_newsroom.Shelf.SetSlug(Mei, first, " MTR-復常 "));
        Assert.Equal("content/post/2026/03/MTR-復常.md", (await _newsroom.Article(first)).Path);
        await Refused("articles.path.taken", _newsroom.Shelf.SetSlug(Mei, second, "mtr-復常"));
        await Refused("hugo.slug.character", _newsroom.Shelf.SetSlug(Mei, second, "../mtr"));
        await Refused("articles.who.itsOrEditor", _newsroom.Shelf.SetSlug(Kit, second, "kit"));
        await Done(_newsroom.Shelf.SetSlug(Mei, first, ""));
        Assert.Equal("content/post/2026/03/20260302-1.md", (await _newsroom.Article(first)).Path);
    }

    [Fact]
    public async Task Whoever_may_not_read_finds_nothing()
    {
        var id = await _newsroom.Draft();
        Assert.Null(await _newsroom.Shelf.Find(Ada, id));
        Assert.Null(await _newsroom.Shelf.Find(Mei, id + 1));
        Assert.Equal(id, (await _newsroom.Shelf.Find(Kit, id))?.Id);
        await Refused("editing.unknown", _newsroom.Shelf.Delete(Ada, id));
        await Refused("editing.unknown", _newsroom.Shelf.Delete(Actor.Portal with { Roles = Role.None }, id));
    }

    private async Task<(string?, string?)> Hands(long id)
    {
        var article = await _newsroom.Article(id);
        return (article.OwnerId, article.AssigneeId);
    }
}
