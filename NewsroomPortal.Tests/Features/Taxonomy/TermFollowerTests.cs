using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Taxonomy;

public sealed class TermFollowerTests
{
    [Fact]
    public async Task Knows_the_terms_of_the_newest_text()
    {
        await using var room = await TermNewsroom.Open();
        var id = await room.Write("渡輪停航", ["渡輪", "天氣"]);

        await Replace(room, id, "\"天氣\"", "\"颱風\"");
        await room.Follow(id);

        Assert.Equal(["渡輪", "颱風"], await room.Tags(id));
        Assert.Equal(["渡輪 1", "颱風 1", "天氣 0"], await room.Known());
        Assert.Equal(["港聞 1"], await room.Known(TermKind.Category));
    }

    [Fact]
    public async Task Keeps_what_it_knew_while_the_front_matter_does_not_parse()
    {
        await using var room = await TermNewsroom.Open();
        var id = await room.Write("渡輪停航", ["渡輪"]);

        await Replace(room, id, "tags:", "tags: [");
        await room.Follow(id);

        Assert.Equal(["渡輪"], await room.Tags(id));
    }

    [Fact]
    public async Task Passes_over_a_text_that_is_no_longer_the_newest()
    {
        await using var room = await TermNewsroom.Open();
        var id = await room.Write("渡輪停航", ["渡輪"]);
        var old = (await room.Newsroom.Authority.Read(id))!;

        await room.Editor.Rename(TermNewsroom.Admin, TermKind.Tag, "渡輪", "街渡");
        await room.Follow(old);

        Assert.Equal(["街渡"], await room.Tags(id));
        Assert.Equal(["街渡 1"], await room.Known());
    }

    [Fact]
    public async Task A_deleted_article_leaves_no_uses_behind()
    {
        await using var room = await TermNewsroom.Open();
        var id = await room.Write("渡輪停航", ["渡輪"]);

        await room.Newsroom.Authority.Delete(id, Actor.Portal, async turn =>
        {
            turn.Db.Remove((await turn.Db.FindAsync<Article>(id))!);
            return Outcome.Done;
        });

        Assert.Empty(await room.Tags(id));
        Assert.Equal(["渡輪 0"], await room.Known());
    }

    [Theory]
    [InlineData("tags: 渡輪")]
    [InlineData("tags: \"渡輪\"")]
    [InlineData("tags:\n  渡輪: true")]
    [InlineData("tags: [\"\", \" \"]")]
    [InlineData("keywords: [渡輪]")]
    public void What_Hugo_takes_for_no_list_of_terms_has_none(string field) =>
        Assert.Empty(TermUses.Read($"---\n{field}\n---\n")!);

    [Fact]
    public void Reads_lists_of_any_style_and_key() => Assert.Equal(
        [new(TermKind.Tag, "渡輪"), new(TermKind.Tag, "2024"), new(TermKind.Category, "港聞")],
        TermUses.Read("---\nTags: [渡輪, 2024]\ncategories:\n- 港聞\n- '港聞'\n---\n")!);

    private static async Task Replace(TermNewsroom room, long id, string old, string with) =>
        await room.Newsroom.Authority.Act(id, TestNewsroom.Mei, turn =>
        {
            var at = turn.Head.Text.IndexOf(old, StringComparison.Ordinal);
            turn.Change(ChangeSet.Replace(turn.Head.Text.Length, at, at + old.Length, with));
            return Task.FromResult(Outcome.Done);
        });
}
