using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Foundation.Changes;

public sealed class ChangeSetTests
{
    [Fact]
    public void Replaces_a_stretch()
    {
        var change = ChangeSet.Replace(5, 1, 3, "新聞");
        Assert.Equal("a新聞de", change.Apply("abcde"));
        Assert.Equal((5, 5, false), (change.Length, change.NewLength, change.IsEmpty));
        Assert.Equal("1 2:2 2", change.ToString());
    }

    [Fact]
    public void Makes_splices_given_in_any_order()
    {
        var change = ChangeSet.Of(5, [new(4, 5, "E"), new(2, 2, "1"), new(0, 1, ""), new(2, 2, "2")]);
        Assert.Equal("b12cdE", change.Apply("abcde"));
    }

    [Fact]
    public void Puts_an_insertion_before_a_deletion_at_the_same_place() =>
        Assert.Equal("aXe", ChangeSet.Of(5, [new(1, 4, ""), new(1, 1, "X")]).Apply("abcde"));

    [Fact]
    public void Is_empty_where_no_splice_changes_anything()
    {
        var change = ChangeSet.Of(3, [new(1, 1, "")]);
        Assert.True(change.IsEmpty);
        Assert.Equal(ChangeSet.Empty(3), change);
        Assert.Same("abc", change.Apply("abc"));
        Assert.Empty(change.Changes);
    }

    [Fact]
    public void Differs_from_a_change_that_inserts_something_else() =>
        Assert.NotEqual(ChangeSet.Replace(3, 1, 1, "x"), ChangeSet.Replace(3, 1, 1, "y"));

    [Theory]
    [InlineData(false, "BA")]
    [InlineData(true, "AB")]
    public void Orders_two_insertions_at_one_place_by_the_flag(bool before, string expected)
    {
        var (a, b) = (ChangeSet.Replace(0, 0, 0, "A"), ChangeSet.Replace(0, 0, 0, "B"));
        Assert.Equal(expected, a.Map(b, before).Apply(b.Apply("")));
    }

    [Theory]
    [InlineData(1, 0, "Range 1 to 0 is outside a text of length 3")]
    [InlineData(-1, 0, "Range -1 to 0 is outside a text of length 3")]
    [InlineData(2, 4, "Range 2 to 4 is outside a text of length 3")]
    public void Refuses_a_splice_outside_the_text(int from, int to, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => ChangeSet.Replace(3, from, to, "")).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_splices_that_overlap() =>
        Assert.StartsWith(
            "Range 2 to 3 overlaps one that ends at 3",
            Assert.Throws<ArgumentException>(() => ChangeSet.Of(5, [new(2, 3, ""), new(1, 3, "x")])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Refuses_what_is_not_of_its_length_and_says_both_lengths()
    {
        var change = ChangeSet.Replace(5, 5, 5, "!");
        AssertRefused("A change of length 5 does not fit a text of length 3", () => change.Apply("abc"));
        AssertRefused("A change of length 5 does not fit a text of length 3", () => change.Invert("abc"));
        AssertRefused("A change of length 5 cannot follow one that makes a text of length 6", () => change.Compose(change));
        AssertRefused("A change of length 5 cannot be moved over one of length 6", () => change.Map(ChangeSet.Empty(6)));
        AssertRefused("Position 6 is outside a change of length 5", () => change.MapPosition(6));
        AssertRefused("Position -1 is outside a change of length 5", () => change.MapPosition(-1));
    }

    [Theory]
    [InlineData(2, -1, 2)]
    [InlineData(2, 1, 4)]
    [InlineData(3, -1, 5)]
    public void An_anchor_stays_before_or_moves_behind_what_is_inserted_at_it(int position, int assoc, int expected) =>
        Assert.Equal(new Anchor(expected, assoc), new Anchor(position, assoc).Map(ChangeSet.Replace(4, 2, 2, "xy")));

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 3)]
    public void An_anchor_inside_a_replaced_stretch_goes_to_its_start_or_end(int assoc, int expected) =>
        Assert.Equal(expected, new Anchor(2, assoc).Map(ChangeSet.Replace(4, 1, 3, "xy")).Position);

    static void AssertRefused(string message, Func<object> act) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
}
