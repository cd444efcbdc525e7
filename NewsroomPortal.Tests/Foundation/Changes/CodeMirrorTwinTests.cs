using System.Text.Json.Nodes;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Foundation.Changes;

public sealed class CodeMirrorTwinTests
{
    static readonly Vectors Vectors = Vectors.Read();

    [Fact]
    public void There_are_hundreds_of_vectors_and_most_change_something()
    {
        Assert.True(Vectors.Pairs.Count(pair => !pair.A.IsEmpty && !pair.B.IsEmpty && !pair.Next.IsEmpty) > 100);
        Assert.True(Vectors.Rebases.Count(rebase => rebase.Rebased.Count < rebase.Updates.Count) > 20);
        Assert.True(Vectors.Rebases.Count(rebase => rebase.Rebased.Count > 1) > 20);
    }

    [Fact]
    public void Applies_as_CodeMirror() => ForEachPair(pair =>
    {
        Assert.Equal(pair.AfterA, pair.A.Apply(pair.Doc));
        Assert.Equal(pair.AfterB, pair.B.Apply(pair.Doc));
        Assert.Equal(pair.AfterNext, pair.Next.Apply(pair.AfterA));
    });

    [Fact]
    public void Composes_as_CodeMirror() => ForEachPair(pair =>
        AssertJson(pair.Composed, pair.A.Compose(pair.Next)));

    [Fact]
    public void Maps_as_CodeMirror() => ForEachPair(pair =>
    {
        AssertJson(pair.Mapped, pair.A.Map(pair.B));
        AssertJson(pair.MappedBefore, pair.A.Map(pair.B, before: true));
    });

    [Fact]
    public void Inverts_as_CodeMirror() => ForEachPair(pair =>
        AssertJson(pair.Inverted, pair.A.Invert(pair.Doc)));

    [Fact]
    public void Maps_positions_as_CodeMirror() => ForEachPair(pair =>
    {
        var positions = Enumerable.Range(0, pair.Doc.Length + 1).ToArray();
        Assert.Equal(pair.Before, positions.Select(position => pair.A.MapPosition(position, -1)));
        Assert.Equal(pair.After, positions.Select(position => pair.A.MapPosition(position, 1)));
    });

    [Fact]
    public void Lists_changes_as_CodeMirror() => ForEachPair(pair =>
    {
        var changes = new JsonArray([.. pair.A.Changes.Select(c => new JsonArray(c.FromA, c.ToA, c.FromB, c.ToB, c.Inserted))]);
        AssertSame(pair.Changes, changes);
    });

    [Fact]
    public void Rebases_as_CodeMirror()
    {
        foreach (var vector in Vectors.Rebases)
        {
            var rebased = UpdateRebase.Rebase(vector.Updates, vector.Over);
            Assert.Equal(vector.Rebased.Select(update => update.ClientId), rebased.Select(update => update.ClientId));
            foreach (var (expected, actual) in vector.Rebased.Zip(rebased))
                AssertJson(expected.Changes, actual.Changes);
            Assert.Equal(vector.Result, vector.Over.Concat(rebased).Aggregate(vector.Doc, (text, update) => update.Changes.Apply(text)));
        }
    }

    static void ForEachPair(Action<PairVector> check)
    {
        foreach (var pair in Vectors.Pairs)
            check(pair);
    }

    static void AssertJson(JsonNode expected, ChangeSet actual) => AssertSame(expected, JsonNode.Parse(actual.ToJson())!);

    static void AssertSame(JsonNode expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"Expected {expected.ToJsonString()}, was {actual.ToJsonString()}");
}
