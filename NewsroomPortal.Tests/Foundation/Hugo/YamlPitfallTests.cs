using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>What YamlDotNet's marks and habits would get wrong, one test each.</summary>
public class YamlPitfallTests
{
    [Fact]
    public void Pitfall_1_a_list_ends_after_its_bracket_or_after_its_last_item()
    {
        AssertSet("x: [a, b] # c\ny: 1\n", new FieldValue.Text("v"), "x: \"v\" # c\ny: 1\n");
        AssertSet("x:\n  - a\n  - b\n\n# c\ny: 1\n", new FieldValue.Items([]), "x: []\n\n# c\ny: 1\n");
        AssertSet("x:\n  - a\n\n# c\ny: 1\n", new FieldValue.Items(["a", "b"]), "x:\n  - a\n  - b\n\n# c\ny: 1\n");
        var map = Yaml("x: {a: 1} # c\ny:\n  a: 1\n\n# d\nz: 1\n");
        Assert.Equal("{a: 1}", map.FileText[map["x"]!.ValueStart..map["x"]!.ValueEnd]);
        Assert.Equal("y:\n  a: 1\n", map.FileText[map["y"]!.Start..map["y"]!.End]);
    }

    [Fact]
    public void Pitfall_2_blank_lines_after_a_block_scalar_stay()
    {
        AssertSet("x: |\n  a\n\n\ny: 1\n", new FieldValue.Text("b\n"), "x: |\n  b\n\n\ny: 1\n");
        AssertSet("x: >-\n  a\n\n# c\ny: 1\n", new FieldValue.Text("b"), "x: >-\n  b\n\n# c\ny: 1\n");
        AssertSet("x: |\n  a\n", new FieldValue.Switch(true), "x: true\n");
    }

    [Fact]
    public void Pitfall_3_a_tag_goes_with_its_value_an_anchor_that_is_used_is_not_dropped_and_an_alias_is_edited_as_itself()
    {
        AssertSet("x: !!str 1 # c\n", new FieldValue.Text("v"), "x: v # c\n");
        AssertSet("a: &b 1\nx: *b\n", new FieldValue.Text("v"), "a: &b 1\nx: \"v\"\n");
        Assert.Equal("hugo.edit.breaks", Yaml("x: &b 1\ny: *b\n").Set("x", new FieldValue.Text("v")).Refusal);
    }

    [Fact]
    public void Pitfall_4_an_empty_value_gets_a_blank_before_it()
    {
        AssertSet("x:\ny: 1\n", new FieldValue.Text("v"), "x: \"v\"\ny: 1\n");
        AssertSet("x: # c\ny: 1\n", new FieldValue.Switch(false), "x: false # c\ny: 1\n");
    }

    [Fact]
    public void Pitfall_5_a_quoted_value_that_goes_on_in_column_0_makes_the_form_read_only_and_says_where()
    {
        var front = Yaml("title: t\nx: \"a\nb\"\n");

        Assert.Equal(("hugo.front-matter.yaml", 3), (front.Error?.Word, front.Error?.Line));
        Assert.Equal("hugo.front-matter.yaml", front.ReadOnlyReason);
        Assert.Equal("body\n", front.Body);
    }

    [Fact]
    public void Pitfall_6_of_several_fields_of_one_key_the_last_is_edited_and_the_others_are_warned_of()
    {
        AssertSet("x: 1\ny: 2\nx: 3\n", new FieldValue.Text("v"), "x: 1\ny: 2\nx: \"v\"\n");
        Assert.Equal([new FrontMatterWarning(2, "hugo.warning.duplicate-key", "x")], Yaml("x: 1\nx: 2\n").Warnings);
    }

    [Theory]
    [InlineData("---\nx: 1\n---\nbody\n")]
    [InlineData("+++\nx = 1\n+++\nbody\n")]
    [InlineData("{\"x\": 1}\nbody\n")]
    public void Pitfall_7_a_byte_order_mark_is_no_part_of_the_front_matter_and_stays(string text)
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(text)];
        var file = HugoFile.Read(bytes).File!;
        var edited = file with { Text = FrontMatter.Read(file.Text).Set("x", new FieldValue.Number(2)).Change!.Apply(file.Text) };

        Assert.Equal("1", FrontMatter.Read("\uFEFF" + text)["x"]?.Text);
        Assert.Equal([0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(text.Replace('1', '2'))], edited.ToBytes());
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("on")]
    [InlineData("0123")]
    [InlineData("1_000")]
    [InlineData("~")]
    [InlineData("2025-02-14")]
    public void Pitfall_8_a_text_that_YAML_1_1_would_read_as_something_else_is_quoted(string value)
    {
        Assert.NotEqual(ValueKind.Text, Yaml($"x: {value}\n")["x"]!.Kind);
        AssertSet("x: a\n", new FieldValue.Text(value), $"x: \"{value}\"\n");
        AssertSet("x: [a]\n", new FieldValue.Items(["a", value]), $"x: [a, \"{value}\"]\n");
    }

    [Theory]
    [InlineData("\u0085", "\\u0085")]
    [InlineData("\u2028", "\\u2028")]
    [InlineData("\u2029", "\\u2029")]
    [InlineData("\r", "\\r")]
    public void Pitfall_9_what_YamlDotNet_takes_for_a_line_break_is_written_as_an_escape(string value, string escape)
    {
        AssertSet("x: a\n", new FieldValue.Text($"a{value}b"), $"x: \"a{escape}b\"\n");
        AssertSet("x: |\n  a\n", new FieldValue.Text($"a{value}b\n"), $"x: \"a{escape}b\\n\"\n");
        Assert.Equal($"a{value}b", Yaml($"x: \"a{escape}b\"\n")["x"]?.Text);
    }

    private static FrontMatter Yaml(string yaml) => FrontMatter.Read($"---\n{yaml}---\nbody\n");

    private static void AssertSet(string before, FieldValue value, string after)
    {
        var front = Yaml(before);
        var edit = front.Set("x", value);
        Assert.Null(edit.Refusal);
        Assert.Equal($"---\n{after}---\nbody\n", edit.Change!.Apply(front.FileText));
    }
}
