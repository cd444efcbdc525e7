using CsCheck;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Foundation.Changes;

public sealed class TextDiffTests
{
    [Fact]
    public void The_difference_makes_the_new_text_of_the_old() => Gen.Select(Cases.Text, Cases.Text).Sample((old, @new) =>
        Assert.Equal(@new, TextDiff.Between(old, @new).Apply(old)));

    [Fact]
    public void The_difference_of_texts_whose_lines_recur_makes_the_new_text_of_the_old() => Gen.Select(Cases.Lines, Cases.Lines).Sample((old, @new) =>
        Assert.Equal(@new, TextDiff.Between(old, @new).Apply(old)));

    [Fact]
    public void Never_cuts_a_surrogate_pair()
    {
        var texts = Gen.OneOf("😀", "😁", "\U0001FA00", "a", "\n").Array[0, 12].Select(string.Concat);
        Gen.Select(texts, texts).Sample((old, @new) =>
        {
            foreach (var (fromA, toA, fromB, toB, _) in TextDiff.Between(old, @new).Changes)
            {
                Assert.True(IsBoundary(old, fromA) && IsBoundary(old, toA), $"{fromA} to {toA} cuts the old text");
                Assert.True(IsBoundary(@new, fromB) && IsBoundary(@new, toB), $"{fromB} to {toB} cuts the new text");
            }
        });
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("same", "same", "4")]
    [InlineData("", "new", "0:3")]
    [InlineData("old", "", "3:0")]
    [InlineData("one\ntwo\nthree\n", "one\ntwo!\nthree\n", "7 0:1 7")]
    [InlineData("a\nb\nc\nd\n", "a\nB\nc\nD\n", "2 1:1 3 1:1 1")]
    [InlineData("a\nb\nc\nd\n", "x\na\nb\nd\ny\n", "0:2 4 2:0 2 0:2")]
    [InlineData("😀", "😁", "2:2")]
    [InlineData("😀", "\U0001FA00", "2:2")]
    [InlineData("aaa", "aa", "2 1:0")]
    public void Finds_what_a_person_would_call_the_difference(string old, string @new, string sections) =>
        Assert.Equal(sections, TextDiff.Between(old, @new).ToString());

    [Fact]
    public void Keeps_far_apart_changes_of_a_long_text_apart()
    {
        var lines = Enumerable.Range(0, 5_000).Select(i => $"第{i}段\n").ToArray();
        var old = string.Concat(lines);
        foreach (var i in new[] { 10, 2_500, 4_990 })
            lines[i] = "改\n";
        var change = TextDiff.Between(old, string.Concat(lines));
        Assert.Equal(string.Concat(lines), change.Apply(old));
        Assert.Equal(3, change.Changes.Count());
    }

    [Fact]
    public void Gives_up_on_texts_with_little_in_common_and_replaces_the_middle()
    {
        var old = "head\n" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"{i}\n")) + "tail\n";
        var @new = "head\n" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"{-i - 1}\n")) + "tail\n";
        var change = TextDiff.Between(old, @new);
        Assert.Equal(@new, change.Apply(old));
        var middle = Assert.Single(change.Changes);
        Assert.Equal((5, @new.Length - "\ntail\n".Length), (middle.FromB, middle.ToB));
    }

    static bool IsBoundary(string text, int at) =>
        at == 0 || at == text.Length || !char.IsSurrogatePair(text[at - 1], text[at]);
}
