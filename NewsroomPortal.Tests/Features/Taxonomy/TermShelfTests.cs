using NewsroomPortal.Features.Taxonomy;

namespace NewsroomPortal.Tests.Features.Taxonomy;

public sealed class TermShelfTests
{
    [Fact]
    public async Task A_new_term_is_there_before_any_article_uses_it_and_audited()
    {
        await using var room = await TermNewsroom.Open();

        Assert.True((await room.Shelf.Create(TermNewsroom.Admin, TermKind.Category, " 港聞 ")).IsDone);

        Assert.Equal(["港聞 0"], await room.Known(TermKind.Category));
        Assert.Empty(await room.Known());
        Assert.Equal(("createTerm", "categories", "港聞"), (await room.Audit()).Select(entry => (entry.Act, entry.Subject, entry.To)).Single());
    }

    [Fact]
    public async Task Completes_what_begins_so_first_and_the_most_used_before_the_others()
    {
        await using var room = await TermNewsroom.Open();
        await room.Write("甲", ["海港", "港口", "港鐵"]);
        await room.Write("乙", ["港鐵", "海港", "天氣"]);

        Assert.Equal(["港鐵", "港口", "海港"], await room.Shelf.Names(TermKind.Tag, "港"));
        Assert.Equal(["海港", "港鐵"], (await room.Shelf.Names(TermKind.Tag, "", most: 2)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    public async Task A_pattern_s_own_characters_are_only_letters(string typed)
    {
        await using var room = await TermNewsroom.Open();
        await room.Write("甲", ["港鐵"]);

        Assert.Empty(await room.Shelf.Names(TermKind.Tag, typed));
    }

}
