using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public class FrontMatterTests
{
    [Theory]
    [InlineData("yes", ValueKind.Switch, "true")]
    [InlineData("on", ValueKind.Switch, "true")]
    [InlineData("y", ValueKind.Switch, "true")]
    [InlineData("OFF", ValueKind.Switch, "false")]
    [InlineData("yEs", ValueKind.Text, "yEs")]
    [InlineData("0123", ValueKind.Number, "83")]
    [InlineData("089", ValueKind.Number, "89")]
    [InlineData("1_000", ValueKind.Number, "1000")]
    [InlineData("0x1F", ValueKind.Number, "31")]
    [InlineData("0o17", ValueKind.Number, "15")]
    [InlineData("-0b11", ValueKind.Number, "-3")]
    [InlineData("1.0", ValueKind.Number, "1")]
    [InlineData(".5", ValueKind.Number, "0.5")]
    [InlineData("1e3", ValueKind.Number, "1000")]
    [InlineData("12345678901234567890", ValueKind.Number, "12345678901234567890")]
    [InlineData("1:30", ValueKind.Text, "1:30")]
    [InlineData("1.2.3", ValueKind.Text, "1.2.3")]
    [InlineData("+", ValueKind.Text, "+")]
    [InlineData("~", ValueKind.Null, "")]
    [InlineData("", ValueKind.Null, "")]
    [InlineData("2025-02-14", ValueKind.Date, "2025-02-14")]
    [InlineData("2025-02-14 02:45:45", ValueKind.Date, "2025-02-14 02:45:45")]
    [InlineData("2025-02-14 02:45", ValueKind.Text, "2025-02-14 02:45")]
    [InlineData("\"true\"", ValueKind.Text, "true")]
    [InlineData("'0123'", ValueKind.Text, "0123")]
    [InlineData("!!str 0123", ValueKind.Text, "0123")]
    [InlineData("{a: 1}", ValueKind.Map, "")]
    [InlineData("[a]", ValueKind.List, "")]
    public void Types_are_those_of_YAML_1_1_as_Hugo_reads_it(string written, ValueKind kind, string text)
    {
        var field = Yaml($"x: {written}\n")["x"];

        Assert.Equal((kind, text), (field?.Kind, field?.Text));
    }

    [Fact]
    public void A_field_knows_its_key_its_line_and_its_spans()
    {
        var front = FrontMatter.Read("---\n# 註\nTitle:  'a'  # b\ntags:\n- p\n- q\n\n---\n");

        var title = front["title"]!;
        Assert.Equal(("Title", 3), (title.Key, title.Line));
        Assert.Equal("Title:  'a'  # b\n", front.FileText[title.Start..title.End]);
        Assert.Equal("'a'", front.FileText[title.ValueStart..title.ValueEnd]);
        var tags = front["TAGS"]!;
        Assert.Equal("tags:\n- p\n- q\n", front.FileText[tags.Start..tags.End]);
        Assert.Equal(["p", "q"], tags.Items);
    }

    [Fact]
    public void Of_two_fields_of_one_key_the_last_counts_and_the_first_is_warned_of()
    {
        var front = Yaml("title: a\nTITLE: b\nx: 1\n");

        Assert.Equal("b", front["title"]?.Text);
        Assert.True(front.Fields[0].IsDuplicate);
        Assert.False(front.Fields[1].IsDuplicate);
        Assert.Equal([new FrontMatterWarning(2, "hugo.warning.duplicate-key", "title")], front.Warnings);
    }

    [Fact]
    public void Of_two_fields_whose_names_differ_in_capitals_the_one_with_capitals_counts()
    {
        var front = Yaml("Title: a\ntitle: b\n");

        Assert.Equal("a", front["title"]?.Text);
        Assert.Equal([new FrontMatterWarning(3, "hugo.warning.duplicate-key", "title")], front.Warnings);
        Assert.Equal("---\nTitle: c\ntitle: b\n---\nbody\n", front.Set("title", new FieldValue.Text("c")).Change?.Apply(front.FileText));
    }

    [Fact]
    public void An_alias_reads_as_what_it_names()
    {
        var front = Yaml("a: &x 甲\nb: *x\nc: &l [p, *x]\nd: *l\n");

        Assert.Equal("甲", front["b"]?.Text);
        Assert.Equal(["p", "甲"], front["d"]!.Items);
    }

    [Theory]
    [InlineData("x: \"a\n", "hugo.front-matter.yaml", 2, 4)]
    [InlineData("a: 1\nx: [a\n", "hugo.front-matter.yaml", 4, 1)]
    [InlineData("x: \"a\nb\"\n", "hugo.front-matter.yaml", 2, 4)]
    [InlineData("a: b: c\n", "hugo.front-matter.yaml", 2, 5)]
    [InlineData("- a\n", "hugo.front-matter.not-fields", 2, 1)]
    [InlineData("...\na: 1\n", "hugo.front-matter.yaml", 2, 1)]
    [InlineData("x: !!a?]b c\n", "hugo.front-matter.yaml", 2, 2)]
    [InlineData("text\n", "hugo.front-matter.not-fields", 2, 1)]
    [InlineData("? [a]\n: b\n", "hugo.front-matter.complex-key", 2, 3)]
    [InlineData("? \n: L\n", "hugo.front-matter.complex-key", 2, 2)]
    [InlineData("x: *y\n", "hugo.front-matter.unknown-anchor", 2, 4)]
    [InlineData("a: 1\nx: &y {z: *y}\n", "hugo.front-matter.unknown-anchor", 3, 11)]
    [InlineData("x: !!python/object:os.system 'a'\n", "hugo.front-matter.tag", 2, 4)]
    [InlineData("x: !!binary aGk=\n", "hugo.front-matter.tag", 2, 4)]
    [InlineData("x: !Type {a: b}\n", "hugo.front-matter.tag", 2, 4)]
    [InlineData("x: a\0b\n", "hugo.front-matter.control-character", 2, 5)]
    [InlineData("a: 1\nx: \"\u0007\"\n", "hugo.front-matter.control-character", 3, 5)]
    public void What_cannot_be_read_is_named_by_line_and_column(string yaml, string word, int line, int column)
    {
        var front = Yaml(yaml);

        Assert.Equal((word, line, column), (front.Error?.Word, front.Error?.Line, front.Error?.Column));
        Assert.Empty(front.Fields);
        Assert.Equal(word, front.Set("title", new FieldValue.Text("b")).Refusal);
        Assert.Equal("body\n", front.Body);
    }

    [Fact]
    public void Levels_and_length_are_bounded()
    {
        Assert.Null(Yaml($"x: {new string('[', 20)}{new string(']', 20)}\n").Error);
        Assert.Equal("hugo.front-matter.too-deep", Yaml($"x: {new string('[', 21)}{new string(']', 21)}\n").Error?.Word);
        Assert.Null(Yaml($"x: {new string('a', 65_532)}\n").Error);
        Assert.Equal("hugo.front-matter.too-long", Yaml($"x: {new string('a', 65_533)}\n").Error?.Word);
    }

    [Fact]
    public void Only_the_first_document_is_read()
    {
        var front = Yaml("a: 1\n...\nb: 2\n");

        Assert.Equal("a", Assert.Single(front.Fields).Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    public void Front_matter_may_be_empty(string yaml)
    {
        var front = Yaml(yaml);

        Assert.Null(front.Error);
        Assert.Empty(front.Fields);
    }

    private static FrontMatter Yaml(string yaml) => FrontMatter.Read($"---\n{yaml}---\nbody\n");
}
