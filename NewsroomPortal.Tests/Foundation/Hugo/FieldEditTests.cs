using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public class FieldEditTests
{
    [Theory]
    [InlineData("x: \"a\"", "b", "x: \"b\"")]
    [InlineData("x: 'a'", "it's", "x: 'it''s'")]
    [InlineData("x: a", "b c", "x: b c")]
    [InlineData("x: a # note", "b", "x: b # note")]
    [InlineData("x: a", "b: c", "x: \"b: c\"")]
    [InlineData("x: a", "b #c", "x: \"b #c\"")]
    [InlineData("x: a", "#b", "x: \"#b\"")]
    [InlineData("x: a", "yes", "x: \"yes\"")]
    [InlineData("x: a", "0123", "x: \"0123\"")]
    [InlineData("x: a", "2025-02-14", "x: \"2025-02-14\"")]
    [InlineData("x: a", "", "x: \"\"")]
    [InlineData("x: a", " b", "x: \" b\"")]
    [InlineData("x: a", "b\n---\nc", "x: \"b\\n---\\nc\"")]
    [InlineData("x: 'a'", "b\nc", "x: \"b\\nc\"")]
    [InlineData("x: \"a\"", "\\ \" \t \u0007 \u0085 \u2028 \uFEFF", "x: \"\\\\ \\\" \\t \\u0007 \\u0085 \\u2028 \\uFEFF\"")]
    [InlineData("x: \"a\"", "𠮷", "x: \"𠮷\"")]
    [InlineData("x: \"a\n  b\"", "c", "x: \"c\"")]
    [InlineData("x: 2024", "a", "x: \"a\"")]
    [InlineData("x: false", "left", "x: \"left\"")]
    public void A_text_takes_the_place_of_the_value_in_its_own_quotes(string before, string value, string after)
    {
        AssertEdit(before + "\n", front => front.Set("x", new FieldValue.Text(value)), after + "\n");
    }

    [Theory]
    [InlineData("x: true # c", false, "x: false # c")]
    [InlineData("x: yes", false, "x: false")]
    [InlineData("x: \"false\"", false, "x: false")]
    [InlineData("x:", true, "x: true")]
    public void A_switch_is_written_without_quotes(string before, bool isOn, string after)
    {
        AssertEdit(before + "\n", front => front.Set("x", new FieldValue.Switch(isOn)), after + "\n");
    }

    [Theory]
    [InlineData("x: 2025-02-14", "2025-02-15", "x: 2025-02-15")]
    [InlineData("x: '2025-02-14'", "2025-02-15", "x: '2025-02-15'")]
    [InlineData("x: \"2025-02-14\"", "2025-02-15", "x: \"2025-02-15\"")]
    [InlineData("x:", "2025-02-15", "x: \"2025-02-15\"")]
    public void A_date_stays_without_quotes_where_it_had_none(string before, string written, string after)
    {
        AssertEdit(before + "\n", front => front.Set("x", new FieldValue.Date(written)), after + "\n");
    }

    [Fact]
    public void A_number_is_written_without_quotes_and_in_no_land_s_manner()
    {
        AssertEdit("x: 1\n", front => front.Set("x", new FieldValue.Number(-2.5m)), "x: -2.5\n");
    }

    [Theory]
    [InlineData("x: |\n  a\n  b\n\ny: 1\n", "c\n\n d\n", "x: |\n  c\n\n   d\n\ny: 1\n")]
    [InlineData("x: |-\n    a\ny: 1\n", "c\nd", "x: |-\n    c\n    d\ny: 1\n")]
    [InlineData("x: |\n  a\ny: 1\n", " c\nd\n", "x: |2\n   c\n  d\ny: 1\n")]
    [InlineData("x: |\n  a\n# note\ny: 1\n", "---\n", "x: |\n  ---\n# note\ny: 1\n")]
    [InlineData("x: |+\n  a\n\n\ny: 1\n", "b", "x: |-\n  b\ny: 1\n")]
    [InlineData("x: |\n  a\ny: 1\n", "c\n\n", "x: \"c\\n\\n\"\ny: 1\n")]
    [InlineData("x: |\n  a\ny: 1\n", "c\rd", "x: \"c\\rd\"\ny: 1\n")]
    [InlineData("x: >\n  a\n  b\ny: 1\n", "c\nd\n", "x: >\n  c\n\n  d\ny: 1\n")]
    [InlineData("x: >-\n  a\ny: 1\n", "c\n d", "x: \"c\\n d\"\ny: 1\n")]
    public void A_block_of_lines_stays_one_where_it_can(string before, string value, string after)
    {
        AssertEdit(before, front => front.Set("x", new FieldValue.Text(value)), after);
    }

    [Theory]
    [InlineData("x:\ny: 1\n", "x: \"a\"\ny: 1\n")]
    [InlineData("x:   # c\ny: 1\n", "x: \"a\"   # c\ny: 1\n")]
    [InlineData("x: ~\ny: 1\n", "x: \"a\"\ny: 1\n")]
    [InlineData("x: &b !!str v\ny: 1\n", "x: a\ny: 1\n")]
    [InlineData("y: &b v\nx: *b\n", "y: &b v\nx: a\n")]
    [InlineData("X: v\n", "X: a\n")]
    [InlineData("x: 1\nx: 2\ny: 1\n", "x: 1\nx: \"a\"\ny: 1\n")]
    [InlineData("{y: 1, x: v}\n", "{y: 1, x: a}\n")]
    [InlineData("x:\n  v\ny: 1\n", "x:\n  a\ny: 1\n")]
    [InlineData("x:\n  - p\n  - q\n\n# c\ny: 1\n", "x: \"a\"\n\n# c\ny: 1\n")]
    [InlineData("x: [p,\n  q]  # c\ny: 1\n", "x: \"a\"  # c\ny: 1\n")]
    public void A_text_can_take_the_place_of_any_single_value_or_list(string before, string after)
    {
        AssertEdit(before, front => front.Set("x", new FieldValue.Text("a")), after);
    }

    [Theory]
    [InlineData("a: \"b\"\n", "a: \"b\"\nx: \"v\"\n")]
    [InlineData("a: 'b'\nc: true\n", "a: 'b'\nc: true\nx: 'v'\n")]
    [InlineData("a: b\n", "a: b\nx: v\n")]
    [InlineData("  a: b\n", "  a: b\n  x: v\n")]
    [InlineData("", "x: \"v\"\n")]
    [InlineData("# c\n", "# c\nx: \"v\"\n")]
    [InlineData("a: |\n  b\n\n", "a: |\n  b\n\nx: \"v\"\n")]
    [InlineData("a: b\n...\n", "a: b\nx: v\n...\n")]
    public void A_new_key_comes_last_in_its_neighbours_style(string before, string after)
    {
        AssertEdit(before, front => front.Set("x", new FieldValue.Text("v")), after);
    }

    [Fact]
    public void A_new_line_ends_as_its_neighbour_does()
    {
        var text = "---\na: b\n\r\nc: d\r\n---\nbody\r\n";

        var edit = FrontMatter.Read(text).Set("x", new FieldValue.Items(["p", "q"]));

        Assert.Equal("---\na: b\n\r\nc: d\r\nx:\r\n  - p\r\n  - q\r\n---\nbody\r\n", edit.Change?.Apply(text));
    }

    [Theory]
    [InlineData("", "---\nx: \"v\"\n---\n")]
    [InlineData("body\n", "---\nx: \"v\"\n---\nbody\n")]
    [InlineData("\n- item\n", "---\nx: \"v\"\n---\n\n- item\n")]
    [InlineData("a\r\nb\n", "---\r\nx: \"v\"\r\n---\r\na\r\nb\n")]
    public void A_text_without_front_matter_gets_a_block_before_it(string before, string after)
    {
        Assert.Equal(after, FrontMatter.Read(before).Set("x", new FieldValue.Text("v")).Change?.Apply(before));
    }

    [Theory]
    [InlineData("x: \"a\"\ny: 1\n", "y: 1\n")]
    [InlineData("x: # c\n  - a\n\n  # d\n  - b\n\n# e\ny: 1\n", "\n# e\ny: 1\n")]
    [InlineData("x: |+\n  a\n\n\ny: 1\n", "y: 1\n")]
    [InlineData("x: {a: 1,\n  b: 2} # c\ny: 1\n", "y: 1\n")]
    [InlineData("x:\n  a:\n    b: 1\ny: 1\n", "y: 1\n")]
    [InlineData("x: 1\ny: 1\nX: 2\n", "y: 1\n")]
    [InlineData("y: 1\n", "y: 1\n")]
    public void Removing_takes_every_line_of_the_key_out(string before, string after)
    {
        AssertEdit(before, front => front.Remove("x"), after);
    }

    [Theory]
    [InlineData("x: \"a\"\n", "a")]
    [InlineData("x:\n", "")]
    [InlineData("x: 2024\n", "2024")]
    public void The_value_that_is_there_changes_nothing(string yaml, string value)
    {
        Assert.True(Yaml(yaml).Set("x", new FieldValue.Text(value)).Change?.IsEmpty);
    }

    [Theory]
    [InlineData("x: &b v\ny: *b\n", "hugo.edit.breaks")]
    [InlineData("x: &b v\ny: &b w\nz: *b\n", null)]
    [InlineData("x: {a: 1}\n", "hugo.edit.nested")]
    [InlineData("x: [{a: 1}]\n", "hugo.edit.nested")]
    public void An_edit_that_would_change_another_field_is_refused(string yaml, string? refusal)
    {
        Assert.Equal(refusal, Yaml(yaml).Set("x", new FieldValue.Text("a")).Refusal);
    }

    [Fact]
    public void An_anchor_that_comes_to_mean_something_else_is_noticed()
    {
        Assert.Equal("hugo.edit.changes-others", Yaml("a: &b 1\nx: &b 2\ny: [*b]\n").Set("x", new FieldValue.Text("v")).Refusal);
    }

    [Fact]
    public void Fields_in_one_pair_of_braces_are_added_and_removed_in_it()
    {
        AssertEdit("{x: 1}\n", front => front.Set("z", new FieldValue.Switch(true)), "{x: 1, z: true}\n");
        AssertEdit("{x: 1, z: 2}\n", front => front.Remove("x"), "{z: 2}\n");
        AssertEdit("{x: 1}\n", front => front.Set("x", new FieldValue.Items(["a", "b"])), "{x: [\"a\", \"b\"]}\n");
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        Assert.Equal("hugo.edit.half-character", Yaml("x: 1\n").Set("x", new FieldValue.Text("a\uD800b")).Refusal);
        Assert.Equal("hugo.edit.half-character", Yaml("x: 1\n").Set("x", new FieldValue.Items(["\uDC00"])).Refusal);
    }

    private static FrontMatter Yaml(string yaml) => FrontMatter.Read($"---\n{yaml}---\nbody\n");

    private static void AssertEdit(string before, Func<FrontMatter, FieldEdit> act, string after)
    {
        var front = Yaml(before);
        var edit = act(front);
        Assert.Null(edit.Refusal);
        Assert.Equal($"---\n{after}---\nbody\n", edit.Change!.Apply(front.FileText));
    }
}
