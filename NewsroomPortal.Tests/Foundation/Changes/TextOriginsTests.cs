using CsCheck;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Foundation.Changes;

public sealed class TextOriginsTests
{
    [Fact]
    public void Every_unit_has_the_origin_of_the_change_that_inserted_it() => Cases.Chain.Sample(c =>
    {
        var origins = new TextOrigins(c.Text.Length, 0);
        var naive = Enumerable.Repeat(0, c.Text.Length).ToList();
        foreach (var (change, origin) in new[] { (c.A, 1), (c.B, 2), (c.C, 3) })
        {
            origins.Take(change, origin);
            naive = Naive(naive, change.Changes.Select(part => (part.FromA, part.ToA, part.ToB - part.FromB)), origin);
        }
        Assert.Equal(naive, Units(origins));
    });

    [Fact]
    public void Going_back_gives_what_was_removed_the_origin_of_who_removed_it() => Cases.Chain.Sample(c =>
    {
        var origins = new TextOrigins(c.C.NewLength, 0);
        var naive = Enumerable.Repeat(0, c.C.NewLength).ToList();
        foreach (var (change, origin) in new[] { (c.C, 3), (c.B, 2), (c.A, 1) })
        {
            origins.TakeBack(change, origin);
            naive = Naive(naive, change.Changes.Select(part => (part.FromB, part.ToB, part.ToA - part.FromA)), origin);
        }
        Assert.Equal(naive, Units(origins));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Thousands_of_changes_at_random_places_are_told_apart(int seed)
    {
        var chance = new Random(seed);
        var origins = new TextOrigins(400, 0);
        var naive = Enumerable.Repeat(0, 400).ToList();
        for (var origin = 1; origin <= 4000; origin++)
        {
            var from = chance.Next(naive.Count + 1);
            var to = Math.Min(naive.Count, from + (chance.Next(400) == 0 ? chance.Next(300) : chance.Next(3)));
            var change = ChangeSet.Replace(naive.Count, from, to, new string('字', chance.Next(4)));
            origins.Take(change, origin);
            naive.RemoveRange(from, to - from);
            naive.InsertRange(from, Enumerable.Repeat(origin, change.NewLength - naive.Count));
        }
        Assert.Equal(naive, Units(origins));
        Assert.Equal(naive[17..40], Units(origins, 17, 40));
    }

    [Fact]
    public void A_change_of_another_text_is_told_with_both_lengths() => Assert.Contains(
        "length 3 does not fit one of length 5", Assert.Throws<ArgumentException>(() => new TextOrigins(5, 0).Take(ChangeSet.Empty(3), 1)).Message, StringComparison.Ordinal);

    private static IEnumerable<int> Units(TextOrigins origins) => Units(origins, 0, origins.Length);

    private static IEnumerable<int> Units(TextOrigins origins, int from, int to) =>
        origins.Between(from, to).SelectMany(span => Enumerable.Repeat(span.Origin, span.Length));

    private static List<int> Naive(List<int> before, IEnumerable<(int From, int To, int Inserted)> parts, int origin)
    {
        var after = new List<int>(before);
        foreach (var (from, to, inserted) in parts.Reverse())
        {
            after.RemoveRange(from, to - from);
            after.InsertRange(from, Enumerable.Repeat(origin, inserted));
        }
        return after;
    }
}
