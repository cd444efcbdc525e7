using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Taxonomy;

public sealed class TermEditorTests
{
    private static readonly Actor Admin = TermNewsroom.Admin;

    [Fact]
    public async Task A_rename_changes_that_item_alone_in_each_article_that_has_it()
    {
        await using var room = await TermNewsroom.Open();
        var first = await room.Write("渡輪停航", ["天氣", "渡輪", "長洲"]);
        var second = await room.Write("渡輪復航", ["渡輪"]);
        var other = await room.Write("市集開鑼", ["市集"]);
        var before = await Task.WhenAll(room.Text(first), room.Text(second), room.Text(other));

        var outcome = await room.Editor.Rename(Admin, TermKind.Tag, "渡輪", " 街渡 ");

        Assert.Equal(2, outcome.Value!.Changed);
        Assert.Empty(outcome.Value.Left);
        Assert.Equal(
            [before[0].Replace("\"渡輪\"", "\"街渡\"", StringComparison.Ordinal), before[1].Replace("\"渡輪\"", "\"街渡\"", StringComparison.Ordinal), before[2]],
            await Task.WhenAll(room.Text(first), room.Text(second), room.Text(other)));
        Assert.Equal(["街渡 2", "天氣 1", "市集 1", "長洲 1"], (await room.Known()).Order(StringComparer.Ordinal).OrderByDescending(term => term[^1]));
    }

    [Fact]
    public async Task A_rename_has_no_author_in_the_log_and_the_admin_in_the_audit_trail()
    {
        await using var room = await TermNewsroom.Open();
        var id = await room.Write("渡輪停航", ["渡輪"]);

        await room.Editor.Rename(Admin, TermKind.Tag, "渡輪", "街渡");

        await using var db = room.Newsroom.Db();
        Assert.Null((await db.Set<DocumentChange>().SingleAsync(change => change.DocumentId == id && change.Version == 2)).PersonId);
        var entries = (await room.Audit()).Where(entry => entry.Act == "renameTerm").ToList();
        Assert.Equal([null, (long?)id], entries.Select(entry => entry.ArticleId));
        Assert.All(entries, entry => Assert.Equal("ho", entry.PersonId));
        Assert.Equal(("渡輪", "街渡"), (entries[0].From, entries[0].To));
        Assert.Equal(TextHash.Of((await room.Newsroom.Authority.Read(id))!), entries[1].Sha256);
    }

    [Theory]
    [InlineData(WorkingState.Draft, PublicState.None, WorkingState.Draft)]
    [InlineData(WorkingState.InReview, PublicState.Live, WorkingState.InReview)]
    [InlineData(WorkingState.Approved, PublicState.None, WorkingState.InReview)]
    [InlineData(WorkingState.Closed, PublicState.Live, WorkingState.Draft)]
    [InlineData(WorkingState.Closed, PublicState.Withheld, WorkingState.Draft)]
    public async Task Approved_articles_return_to_review_and_published_ones_open_a_correction(WorkingState before, PublicState @public, WorkingState after)
    {
        await using var room = await TermNewsroom.Open();
        var id = await room.Write("渡輪停航", ["渡輪", "天氣"], before, @public);

        await room.Editor.Delete(Admin, TermKind.Tag, "渡輪");

        var article = await room.Article(id);
        Assert.Equal((after, @public), (article.Working, article.Public));
        var entry = (await room.Audit()).Single(entry => entry.ArticleId == id);
        Assert.Equal(($"{before}/{@public}", $"{after}/{@public}"), (entry.From, entry.To));
    }

    [Fact]
    public async Task Deleting_takes_the_term_out_of_every_article_and_off_the_list()
    {
        await using var room = await TermNewsroom.Open();
        var id = await room.Write("渡輪停航", ["渡輪"]);
        await room.Write("市集開鑼", ["市集"]);

        var outcome = await room.Editor.Delete(Admin, TermKind.Tag, "渡輪");

        Assert.Equal(1, outcome.Value!.Changed);
        Assert.Contains("tags: []", await room.Text(id), StringComparison.Ordinal);
        Assert.Equal(["市集 1"], await room.Known());
    }

    [Fact]
    public async Task A_kind_is_not_touched_by_the_other()
    {
        await using var room = await TermNewsroom.Open();
        var id = await room.Write("渡輪停航", ["港聞"]);

        await room.Editor.Rename(Admin, TermKind.Tag, "港聞", "香港");

        Assert.Contains("categories:\n  - \"港聞\"\ntags:\n  - \"香港\"\n", await room.Text(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_before_what_it_touches()
    {
        await using var room = await TermNewsroom.Open();
        await room.Write("草稿", ["渡輪"]);
        await room.Write("審閱", ["渡輪"], WorkingState.InReview);
        await room.Write("批准", ["渡輪"], WorkingState.Approved);
        await room.Write("發布", ["渡輪"], WorkingState.Closed, PublicState.Live);
        await room.Write("不相干", ["天氣"], WorkingState.Closed, PublicState.Live);

        var asEditor = await room.Editor.Reach(new Actor("ho", "Ho Yan", Role.Admin | Role.Editor), TermKind.Tag, "渡輪");
        var asAdmin = await room.Editor.Reach(Admin, TermKind.Tag, "渡輪");

        Assert.Equal((2, 1, 1), (asEditor.InWork, asEditor.Approved, asEditor.Published));
        Assert.Equal(["批准"], asEditor.ApprovedHeadlines);
        Assert.Equal(asEditor.All, asAdmin.All);
        Assert.Empty(asAdmin.ApprovedHeadlines);
    }

    [Fact]
    public async Task An_article_whose_front_matter_does_not_parse_is_named_and_the_rename_can_be_continued()
    {
        await using var room = await TermNewsroom.Open();
        var whole = await room.Write("渡輪復航", ["渡輪"]);
        var broken = await room.Write("渡輪停航", ["渡輪"]);
        await Change(room, broken, "title: \"", "title: \"\" x\"");

        var first = await room.Editor.Rename(Admin, TermKind.Tag, "渡輪", "街渡");

        Assert.Equal(1, first.Value!.Changed);
        Assert.Equal((broken, "渡輪停航", "taxonomy.notReadable"), first.Value.Left.Select(left => (left.ArticleId, left.Headline, left.Why!.Word)).Single());
        Assert.Equal("街渡", (await room.Shelf.List(TermKind.Tag)).Single(term => term.Name == "渡輪").ReplacedBy);
        Assert.Equal(
            new Refusal("taxonomy.unfinished", "渡輪", "街渡"), (await room.Editor.Rename(Admin, TermKind.Tag, "街渡", "小輪")).Refusal);
        Assert.Equal(
            new Refusal("taxonomy.unfinished", "渡輪", "街渡"), (await room.Editor.Rename(Admin, TermKind.Tag, "渡輪", "小輪")).Refusal);

        await Change(room, broken, "title: \"\" x\"", "title: \"");
        var second = await room.Editor.Rename(Admin, TermKind.Tag, "渡輪", "街渡");

        Assert.Equal(1, second.Value!.Changed);
        Assert.Equal(["街渡"], await room.Tags(whole));
        Assert.Equal(["街渡"], await room.Tags(broken));
        Assert.Equal(["街渡 2"], await room.Known());
    }

    [Fact]
    public async Task Only_admins_change_terms()
    {
        await using var room = await TermNewsroom.Open();
        var id = await room.Write("渡輪停航", ["渡輪"]);
        var refusal = new Refusal("taxonomy.adminsOnly");

        Assert.Equal(refusal, (await room.Shelf.Create(TestNewsroom.Lok, TermKind.Tag, "市集")).Refusal);
        Assert.Equal(refusal, (await room.Editor.Rename(TestNewsroom.Lok, TermKind.Tag, "渡輪", "街渡")).Refusal);
        Assert.Equal(refusal, (await room.Editor.Delete(TestNewsroom.Lok, TermKind.Tag, "渡輪")).Refusal);

        Assert.Equal(["渡輪"], await room.Tags(id));
        Assert.Equal(["渡輪 1"], await room.Known());
        Assert.Empty(await room.Audit());
    }

    [Theory]
    [InlineData("C#", "hugo.term.character")]
    [InlineData("AI/ML", "hugo.term.character")]
    [InlineData(".net", "hugo.term.leading-dot")]
    [InlineData("  ", "hugo.term.empty")]
    [InlineData("天氣", "taxonomy.exists")]
    [InlineData("渡輪", "taxonomy.sameName")]
    public async Task Names_that_break_Hugo_or_are_taken_are_refused(string name, string word)
    {
        await using var room = await TermNewsroom.Open();
        var id = await room.Write("渡輪停航", ["渡輪", "天氣"]);

        Assert.Equal(word, (await room.Editor.Rename(Admin, TermKind.Tag, "渡輪", name)).Refusal?.Word);
        Assert.Equal(["天氣", "渡輪"], (await room.Tags(id)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Capitals_alone_can_be_changed_but_do_not_make_another_term()
    {
        await using var room = await TermNewsroom.Open();
        var id = await room.Write("渡輪停航", ["ferry", "Weather"]);

        Assert.Equal(new Refusal("taxonomy.exists", "Weather"), (await room.Shelf.Create(Admin, TermKind.Tag, "weather")).Refusal);
        Assert.True((await room.Editor.Rename(Admin, TermKind.Tag, "ferry", "Ferry")).IsDone);

        Assert.Equal(["Ferry", "Weather"], await room.Tags(id));
    }

    [Fact]
    public async Task A_term_that_is_gone_is_refused()
    {
        await using var room = await TermNewsroom.Open();

        Assert.Equal(new Refusal("taxonomy.unknown", "渡輪"), (await room.Editor.Delete(Admin, TermKind.Tag, "渡輪")).Refusal);
        Assert.Equal(new Refusal("taxonomy.unknown", "渡輪"), (await room.Editor.Rename(Admin, TermKind.Tag, "渡輪", "街渡")).Refusal);
    }

    [Theory]
    [InlineData(new[] { "甲", "乙", "丙" }, "丁", new[] { "甲", "丁", "丙" })]
    [InlineData(new[] { "甲", "乙", "丁" }, "丁", new[] { "甲", "丁" })]
    [InlineData(new[] { "乙", "甲", "乙", "甲" }, "丁", new[] { "丁", "甲", "甲" })]
    [InlineData(new[] { "乙", "甲" }, null, new[] { "甲" })]
    public void A_change_of_a_list_leaves_the_others_alone(string[] terms, string? to, string[] expected) =>
        Assert.Equal(expected, new TermChange(TermKind.Tag, "乙", to).In(terms));

    private static async Task Change(TermNewsroom room, long id, string old, string with) =>
        await room.Newsroom.Authority.Act(id, TestNewsroom.Mei, turn =>
        {
            var at = turn.Head.Text.IndexOf(old, StringComparison.Ordinal);
            turn.Change(NewsroomPortal.Foundation.Changes.ChangeSet.Replace(turn.Head.Text.Length, at, at + old.Length, with));
            return Task.FromResult(Outcome.Done);
        });
}
