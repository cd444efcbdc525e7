using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>Items are written without separators here: "abc" is the list a, b, c.</summary>
public class ListEditTests
{
    [Theory]
    [InlineData("x:\n  - \"a\"\n  - \"b\" # c\n", "abd", "x:\n  - \"a\"\n  - \"b\" # c\n  - \"d\"\n")]
    [InlineData("x:\n  - \"a\"\n  - \"b\" # c\n", "dab", "x:\n  - \"d\"\n  - \"a\"\n  - \"b\" # c\n")]
    [InlineData("x:\n  - \"a\"\n  # c\n  - \"b\"\n", "b", "x:\n  # c\n  - \"b\"\n")]
    [InlineData("x:\n- a\n- b\n", "ab1", "x:\n- a\n- b\n- \"1\"\n")]
    [InlineData("x:\n-   a\n-   'b'\n", "bc", "x:\n-   'b'\n-   'c'\n")]
    [InlineData("x:\n  - a\n  - 'b'\n  - \"c\"\n", "cab", "x:\n  - \"c\"\n  - a\n  - 'b'\n")]
    [InlineData("x:\n  - a\n  - b # c\n  - d\n", "aed", "x:\n  - a\n  - e # c\n  - d\n")]
    [InlineData("x:\n  - a\n  -\n  - b\n", "acb", "x:\n  - a\n  - c\n  - b\n")]
    [InlineData("x:\n  - a\n\n# c\ny: 1\n", "", "x: []\n\n# c\ny: 1\n")]
    public void A_list_of_lines_changes_by_lines(string before, string items, string after)
    {
        AssertItems(before, items, after);
    }

    [Theory]
    [InlineData("x: [a, \"b\"] # c\n", "abd", "x: [a, \"b\", \"d\"] # c\n")]
    [InlineData("x: [a,b]\n", "cab", "x: [c, a,b]\n")]
    [InlineData("x: [a,  b,  c]\n", "ac", "x: [a,  c]\n")]
    [InlineData("x: [a,  b,  c]\n", "bc", "x: [b,  c]\n")]
    [InlineData("x: [ a, b ]\n", "a", "x: [ a ]\n")]
    [InlineData("x: [ a, b, ]\n", "c", "x: [ c, ]\n")]
    [InlineData("x: ['a', \"b\"]\n", "ba", "x: [\"b\", 'a']\n")]
    [InlineData("x: [\n  a, # c\n  b,\n]\n", "ad", "x: [\n  a, # c\n  d,\n]\n")]
    [InlineData("x: [a]\n", "", "x: []\n")]
    public void A_list_in_brackets_changes_by_items(string before, string items, string after)
    {
        AssertItems(before, items, after);
    }

    [Theory]
    [InlineData("x: []\n", "x:\n  - \"a\"\n  - \"b\"\n")]
    [InlineData("x:   # c\ny: 'd'\n", "x:\n  - 'a'\n  - 'b'   # c\ny: 'd'\n")]
    [InlineData("x: []\ny: [c]\n", "x: [a, b]\ny: [c]\n")]
    [InlineData("x: []\ny:\n- c\n", "x:\n- a\n- b\ny:\n- c\n")]
    [InlineData("x: a\ny: 1\n", "x:\n  - a\n  - b\ny: 1\n")]
    [InlineData("y: [\"c\"]\n", "y: [\"c\"]\nx: [\"a\", \"b\"]\n")]
    [InlineData("y:\n    - 'c'\n", "y:\n    - 'c'\nx:\n    - 'a'\n    - 'b'\n")]
    [InlineData("{y: 1, x: c}\n", "{y: 1, x: [a, b]}\n")]
    public void Where_there_was_no_list_it_is_written_as_the_others_are(string before, string after)
    {
        AssertItems(before, "ab", after);
    }

    [Fact]
    public void Items_that_would_read_as_something_else_are_quoted()
    {
        var text = "---\nx: [a]\n---\n";

        var edit = FrontMatter.Read(text).Set("x", new FieldValue.Items(["a", "yes", "1_0", "b, c", "]", "- d", "", "e: f"]));

        Assert.Equal("---\nx: [a, \"yes\", \"1_0\", \"b, c\", \"]\", \"- d\", \"\", \"e: f\"]\n---\n", edit.Change?.Apply(text));
    }

    [Theory]
    [InlineData("x:\n  - a\n  - b\n")]
    [InlineData("x: [a, b]\n")]
    [InlineData("x: ['a', \"b\"]\n")]
    public void The_items_that_are_there_change_nothing(string yaml)
    {
        var text = $"---\n{yaml}---\n";

        Assert.True(FrontMatter.Read(text).Set("x", new FieldValue.Items(["a", "b"])).Change?.IsEmpty);
    }

    [Fact]
    public void A_list_of_thousands_changes_in_its_place()
    {
        var items = Enumerable.Range(0, 4000).Select(number => $"t{number}").ToList();
        var text = $"---\nx: [{string.Join(", ", items)}]\n---\n";

        var edit = FrontMatter.Read(text).Set("x", new FieldValue.Items([items[^1], .. items.Take(3999)]));

        Assert.True(edit.IsDone);
        Assert.Equal(items[^1], FrontMatter.Read(edit.Change.Apply(text))["x"]!.Items[0]);
    }

    private static void AssertItems(string before, string items, string after)
    {
        var text = $"---\n{before}---\nbody\n";
        var edit = FrontMatter.Read(text).Set("x", new FieldValue.Items([.. items.Select(item => item.ToString())]));
        Assert.Null(edit.Refusal);
        Assert.Equal($"---\n{after}---\nbody\n", edit.Change!.Apply(text));
    }
}
