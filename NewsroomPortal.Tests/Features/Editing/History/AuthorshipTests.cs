using NewsroomPortal.Features.Editing.History;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using static NewsroomPortal.Tests.Support.TestNewsroom;

namespace NewsroomPortal.Tests.Features.Editing.History;

public sealed class AuthorshipTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_who_wrote_a_line_of_the_body_and_when()
    {
        await using var past = await PastNewsroom.Open("---\ntitle: 渡輪\n---\n首行\n次行\n\n", Actor.Portal);
        past.Wait(62);
        await past.Write(Lok, past.Texts[^1].IndexOf("次行", StringComparison.Ordinal), past.Texts[^1].IndexOf("次行", StringComparison.Ordinal) + 1, "第二");
        var at = past.House.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal([new Author(null, at.AddMinutes(-62), null)], (await past.History.LineAt(Mei, past.Id, 1, Cancel))!.Authors);
        Assert.Equal([new Author("lok", at, "Wong Lok"), new Author(null, at.AddMinutes(-62), null)], (await past.History.LineAt(Mei, past.Id, 2, Cancel))!.Authors);
        Assert.Empty((await past.History.LineAt(Mei, past.Id, 3, Cancel))!.Authors);
        Assert.Null(await past.History.LineAt(Mei, past.Id, 9, Cancel));
        Assert.Null(await past.History.LineAt(Mei, past.Id + 1, 1, Cancel));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_stretch_has_the_authors_of_a_naive_record(int seed)
    {
        await using var past = await PastNewsroom.Open("天星小輪今早開航\n");
        var chance = new Random(seed);
        for (var step = 0; step < 120; step++)
        {
            await Scribble(past, chance);
            if (step % 10 == 0)
            {
                await AssertAuthors(past, past.Head, chance);
            }
        }
        // Older than what is kept, and the newest again.
        await AssertAuthors(past, 17, chance);
        await AssertAuthors(past, past.Head, chance);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Every_passage_names_those_who_changed_it_and_nobody_else(int seed)
    {
        await using var past = await PastNewsroom.Open(string.Concat(Enumerable.Range(0, 30).Select(line => $"第{line}段：天星小輪開航。\n")));
        var chance = new Random(seed);
        for (var step = 0; step < 60; step++)
        {
            await Scribble(past, chance);
        }
        foreach (var (older, newer) in new[] { (0, 1), (1, past.Head), (20, 40), (past.Head - 1, past.Head) })
        {
            var passages = TextComparison.Between(past.Texts[older], past.Texts[newer]);
            var authors = await past.History.WhoChanged(Mei, past.Id, older, newer, passages, Cancel);
            Assert.Equal(passages.Count, authors.Count);
            foreach (var (passage, who) in passages.Zip(authors))
            {
                Assert.Equal(NaiveOfPassage(past, older, newer, passage).Order(), who.Select(author => author.PersonId).Order());
            }
        }
    }

    /// <summary>Marks of each unit by the version that wrote it, carried through the texts; what is gone by who took it.</summary>
    private static IEnumerable<string?> NaiveOfPassage(PastNewsroom past, int older, int newer, TextPassage passage)
    {
        var added = Enumerable.Repeat((Who: (string?)null, IsNew: false), past.Texts[older].Length).ToList();
        for (var version = older + 1; version <= newer; version++)
        {
            var (from, to, insert, who) = past.Steps[version];
            added.RemoveRange(from, to - from);
            added.InsertRange(from, Enumerable.Repeat((who, true), insert));
        }
        var removed = Enumerable.Repeat((Who: (string?)null, IsNew: false), past.Texts[newer].Length).ToList();
        for (var version = newer; version > older; version--)
        {
            var (from, to, insert, who) = past.Steps[version];
            removed.RemoveRange(from, insert);
            removed.InsertRange(from, Enumerable.Repeat((who, true), to - from));
        }
        return passage.Edits.SelectMany(edit => added[edit.NewFrom..edit.NewTo].Concat(removed[edit.OldFrom..edit.OldTo])).Where(unit => unit.IsNew).Select(unit => unit.Who).Distinct();
    }

    private static async Task Scribble(PastNewsroom past, Random chance)
    {
        past.Wait(chance.Next(3));
        var length = past.Texts[^1].Length;
        var from = chance.Next(length + 1);
        var to = Math.Min(length, from + (chance.Next(3) == 0 ? chance.Next(8) : 0));
        await past.Write(new[] { Mei, Lok, Actor.Portal }[chance.Next(3)], from, to, new[] { "字", "ab", "\n", "渡輪開航", "" }[chance.Next(5)]);
    }

    private static async Task AssertAuthors(PastNewsroom past, int version, Random chance)
    {
        var length = past.Texts[version].Length;
        for (var i = 0; i < 10; i++)
        {
            var from = chance.Next(length + 1);
            var to = chance.Next(from, length + 1);
            var authors = await past.House.Get<Authorship>().Of(past.Id, version, from, to, Cancel);
            Assert.Equal(past.Writers[version][from..to].Distinct().Order(), authors.Select(author => author.PersonId).Order());
            if (authors.Count > 0)
            {
                Assert.Equal(past.Writers[version][from..to].CountBy(who => who ?? "").Max(who => who.Value), past.Writers[version][from..to].Count(who => who == authors[0].PersonId));
            }
        }
    }
}
