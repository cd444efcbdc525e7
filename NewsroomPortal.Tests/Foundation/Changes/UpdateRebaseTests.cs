using CsCheck;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Foundation.Changes;

public sealed class UpdateRebaseTests
{
    [Fact]
    public void Rebases_a_late_push_over_newer_changes()
    {
        Update[] late = [new("me", ChangeSet.Replace(3, 3, 3, "!")), new("me", ChangeSet.Replace(4, 4, 4, "?"))];
        Update[] newer = [new("ann", ChangeSet.Replace(3, 0, 1, ""))];
        Assert.Equal("bc!?", Apply("abc", newer.Concat(UpdateRebase.Rebase(late, newer))));
    }

    [Fact]
    public void A_push_that_arrives_twice_changes_nothing()
    {
        Update[] push = [new("me", ChangeSet.Replace(3, 3, 3, "!")), new("me", ChangeSet.Replace(4, 0, 0, "¡"))];
        Assert.Empty(UpdateRebase.Rebase(push, push));
    }

    [Fact]
    public void Leaves_out_what_was_accepted_already_among_changes_of_others()
    {
        Update[] push = [new("me", ChangeSet.Replace(3, 3, 3, "1")), new("me", ChangeSet.Replace(4, 4, 4, "2"))];
        Update[] over =
        [
            new("ann", ChangeSet.Replace(3, 0, 0, "A")),
            new("me", ChangeSet.Replace(4, 4, 4, "1")),
            new("bob", ChangeSet.Replace(5, 0, 0, "B")),
        ];
        var rest = Assert.Single(UpdateRebase.Rebase(push, over));
        Assert.Equal("BAabc12", Apply("abc", [.. over, rest]));
    }

    [Fact]
    public void Leaves_a_push_alone_where_nothing_came_before_it()
    {
        Update[] push = [new("me", ChangeSet.Replace(0, 0, 0, "a"))];
        Assert.Same(push, UpdateRebase.Rebase(push, []));
    }

    [Fact]
    public void Refuses_a_push_that_starts_from_another_text() =>
        Assert.Throws<ArgumentException>(() =>
            UpdateRebase.Rebase([new("me", ChangeSet.Empty(7))], [new("ann", ChangeSet.Replace(3, 0, 0, "x"))]));

    [Fact]
    public void All_editors_end_with_the_text_of_the_authority() => Cases.Rivals.Sample(c =>
    {
        Update[] accepted = [new("ann", c.A)];
        var rebased = UpdateRebase.Rebase([new("bob", c.B)], accepted);
        var authority = Apply(c.Text, [.. accepted, .. rebased]);
        var bob = c.A.Map(c.B, before: true).Apply(c.B.Apply(c.Text));
        Assert.Equal(authority, bob);
    });

    static string Apply(string text, IEnumerable<Update> updates) =>
        updates.Aggregate(text, (current, update) => update.Changes.Apply(current));
}
