using CsCheck;
using NewsroomPortal.Features.Desk.Fields;

namespace NewsroomPortal.Tests.Features.Desk.Fields;

public sealed class ListMergeTests
{
    private static readonly Gen<string[]> Lists = Gen.OneOf("渡輪", "碼頭", "海港", "夜航", "班次").Array[0, 5].Select(items => items.Distinct().ToArray());

    [Theory]
    [InlineData("a b", "a b c", "a b x", "a b c x")]
    [InlineData("a b", "b", "a b x", "b x")]
    [InlineData("a b c", "c a b", "a b c x", "c a b x")]
    [InlineData("a b c", "b a c", "x a c b", "x b a c")]
    [InlineData("a b", "a b c", "c", "c")]
    [InlineData("", "a", "x", "x a")]
    [InlineData("a", "n a", "a x", "n a x")]
    [InlineData("a b", "", "a b", "")]
    public void Edits_of_two_people_both_count(string shown, string wanted, string current, string merged) =>
        Assert.Equal(Split(merged), ListMerge.Merge(Split(shown), Split(wanted), Split(current)));

    [Fact]
    public void Where_nobody_else_changed_the_list_it_becomes_what_was_wanted() =>
        Gen.Select(Lists, Lists).Sample((shown, wanted) => Assert.Equal(wanted, ListMerge.Merge(shown, wanted, shown)));

    [Fact]
    public void What_was_added_is_there_and_what_was_taken_away_is_not_and_the_others_edits_stand() =>
        Gen.Select(Lists, Lists, Lists).Sample((shown, wanted, current) =>
        {
            var merged = ListMerge.Merge(shown, wanted, current);
            var expected = current.Except(shown.Except(wanted)).Union(wanted.Except(shown));
            Assert.Equal(expected.Order(StringComparer.Ordinal), merged.Order(StringComparer.Ordinal));
        });

    [Fact]
    public void An_edit_without_effect_leaves_the_list_in_its_order() =>
        Gen.Select(Lists, Lists).Sample((shown, current) => Assert.Equal(current, ListMerge.Merge(shown, shown, current)));

    private static string[] Split(string items) => items.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
