using System.Text;
using CsCheck;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Foundation.Changes;

public sealed class ChangeSetLawTests
{
    [Fact]
    public void Two_changes_make_the_same_text_in_either_order() => Cases.Rivals.Sample(c =>
        Assert.Equal(
            c.A.Compose(c.B.Map(c.A)).Apply(c.Text),
            c.B.Compose(c.A.Map(c.B, before: true)).Apply(c.Text)));

    [Fact]
    public void The_inverse_takes_a_change_back() => Cases.Change.Sample(c =>
    {
        var inverse = c.A.Invert(c.Text);
        Assert.Equal(c.Text, inverse.Apply(c.A.Apply(c.Text)));
        Assert.Equal(c.A, inverse.Invert(c.A.Apply(c.Text)));
    });

    [Fact]
    public void A_composed_change_does_what_its_parts_do_one_after_the_other() => Cases.Chain.Sample(c =>
    {
        var text = c.C.Apply(c.B.Apply(c.A.Apply(c.Text)));
        Assert.Equal(text, c.A.Compose(c.B).Compose(c.C).Apply(c.Text));
        Assert.Equal(text, c.A.Compose(c.B.Compose(c.C)).Apply(c.Text));
    });

    [Fact]
    public void Splices_do_what_replacing_from_the_back_does() =>
        Cases.Text.SelectMany(text => Cases.SplicesOf(text.Length).Select(splices => (text, splices))).Sample((text, splices) =>
        {
            var naive = splices.Reverse().Aggregate(new StringBuilder(text), (built, splice) =>
                built.Remove(splice.From, splice.To - splice.From).Insert(splice.From, splice.Insert));
            Assert.Equal(naive.ToString(), ChangeSet.Of(text.Length, splices).Apply(text));
        });

    [Fact]
    public void A_position_follows_the_unit_behind_it_while_that_unit_stays() => Cases.Change.Sample(c =>
    {
        var after = c.A.Apply(c.Text);
        var replaced = c.A.Changes.SelectMany(change => Enumerable.Range(change.FromA, change.ToA - change.FromA)).ToHashSet();
        for (var position = 0; position < c.Text.Length; position++)
        {
            var (before, behind) = (c.A.MapPosition(position, -1), c.A.MapPosition(position, 1));
            Assert.InRange(before, 0, behind);
            if (!replaced.Contains(position))
                Assert.Equal(c.Text[position], after[behind]);
            if (position > 0 && !replaced.Contains(position - 1))
                Assert.Equal(c.Text[position - 1], after[before - 1]);
        }
        Assert.Equal(after.Length, c.A.MapPosition(c.Text.Length, 1));
    });

    [Fact]
    public void The_list_of_changes_rebuilds_the_change() => Cases.Change.Sample(c =>
    {
        var splices = c.A.Changes.Select(change => new TextSplice(change.FromA, change.ToA, change.Inserted)).ToArray();
        var after = ChangeSet.Of(c.Text.Length, splices).Apply(c.Text);
        Assert.Equal(c.A.Apply(c.Text), after);
        Assert.All(c.A.Changes, change => Assert.Equal(change.Inserted, after[change.FromB..change.ToB]));
    });

    [Fact]
    public void What_is_written_as_JSON_is_read_back_the_same() => Cases.Chain.Sample(c =>
    {
        var change = c.A.Compose(c.B).Compose(c.C);
        var read = ChangeSet.FromJson(change.ToJson());
        Assert.Equal(change, read);
        Assert.Equal(change.GetHashCode(), read.GetHashCode());
        Assert.Equal((change.Length, change.NewLength, change.ToString()), (read.Length, read.NewLength, read.ToString()));
    });
}
