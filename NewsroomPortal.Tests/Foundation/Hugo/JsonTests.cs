using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public class JsonTests
{
    [Theory]
    [InlineData("true", ValueKind.Switch, "true")]
    [InlineData("null", ValueKind.Null, "")]
    [InlineData("-1.50", ValueKind.Number, "-1.5")]
    [InlineData("1e3", ValueKind.Number, "1000")]
    [InlineData("\"a\\n\\u4e2d\\ud83d\\ude00\\/\"", ValueKind.Text, "a\n中😀/")]
    [InlineData("\"2025-02-14\"", ValueKind.Text, "2025-02-14")]
    [InlineData("[]", ValueKind.List, "")]
    [InlineData("{\"a\": \"}\"}", ValueKind.Map, "")]
    public void Types_are_those_of_JSON(string written, ValueKind kind, string text)
    {
        var front = FrontMatter.Read($"{{\"x\": {written}}}\nbody");

        Assert.Null(front.Error);
        Assert.Equal((kind, text), (front["X"]?.Kind, front["X"]?.Text));
    }

    [Fact]
    public void Spans_count_UTF_16_units()
    {
        var front = FrontMatter.Read("\n{\n  \"é𠮷\": \"中𠮷\",\n  \"tags\" : [\"𠮷\", \"q\"]\n}\nbody");

        Assert.Equal("\"中𠮷\"", front.FileText[front["é𠮷"]!.ValueStart..front["é𠮷"]!.ValueEnd]);
        Assert.Equal("\"tags\" : [\"𠮷\", \"q\"]", front.FileText[front["tags"]!.Start..front["tags"]!.End]);
        Assert.Equal((3, 4), (front["é𠮷"]!.Line, front["tags"]!.Line));
    }

    [Theory]
    [InlineData("{\"x\": yes}", "hugo.front-matter.json", 1, 7)]
    [InlineData("{\"𠮷\": 1,\n \"x\": 1,}", "hugo.front-matter.json", 2, 9)]
    [InlineData("{\"x\": \"a\nb\"}", "hugo.front-matter.json", 1, 9)]
    [InlineData("{\"x\": \"\\ud800\"}", "hugo.front-matter.json", 1, 7)]
    [InlineData("{\"x\": 1e999}", "hugo.front-matter.json", 1, 7)]
    [InlineData("{x: 1}", "hugo.front-matter.json", 1, 2)]
    public void What_cannot_be_read_is_named_by_line_and_column(string json, string word, int line, int column)
    {
        var front = FrontMatter.Read(json + "\nbody\n");

        Assert.Equal((word, line, column), (front.Error?.Word, front.Error?.Line, front.Error?.Column));
        Assert.Empty(front.Fields);
        Assert.Equal(word, front.Set("title", new FieldValue.Text("b")).Refusal);
        Assert.Equal("body\n", front.Body);
    }

    [Fact]
    public void Levels_and_length_are_bounded()
    {
        Assert.Null(FrontMatter.Read($"{{\"x\": {new string('[', 20)}{new string(']', 20)}}}").Error);
        Assert.Equal("hugo.front-matter.too-deep", FrontMatter.Read($"{{\"x\": {new string('[', 30_000)}{new string(']', 30_000)}}}").Error?.Word);
        Assert.Equal("hugo.front-matter.too-long", FrontMatter.Read($"{{\"x\": \"{new string('a', 65_536)}\"}}").Error?.Word);
    }

    [Theory]
    [InlineData("{\"x\":1}", "v", "{\"x\":\"v\"}")]
    [InlineData("{\"y\":1}", "v", "{\"y\":1,\"x\":\"v\"}")]
    [InlineData("{ \"y\": 1 }", "v", "{ \"y\": 1, \"x\": \"v\" }")]
    [InlineData("{\n  \"z\": 0,\n  \"y\": 1\n}", "v", "{\n  \"z\": 0,\n  \"y\": 1,\n  \"x\": \"v\"\n}")]
    [InlineData("{\r\n\t\"y\" : 1\r\n}", "v", "{\r\n\t\"y\" : 1,\r\n\t\"x\" : \"v\"\r\n}")]
    [InlineData("{}", "v", "{\"x\": \"v\"}")]
    [InlineData("{\n}", "v", "{\n  \"x\": \"v\"\n}")]
    [InlineData("{\"x\": null}", "\"}\\\n\u0001", "{\"x\": \"\\\"}\\\\\\n\\u0001\"}")]
    [InlineData("{\"x\": \"a\", \"X\": \"b\"}", "v", "{\"x\": \"a\", \"X\": \"v\"}")]
    public void A_text_is_written_as_its_neighbours_are(string before, string value, string after)
    {
        AssertEdit(before, front => front.Set("x", new FieldValue.Text(value)), after);
    }

    [Theory]
    [InlineData("{\"x\": [\"a\", \"b\"]}", "acb", "{\"x\": [\"a\", \"c\", \"b\"]}")]
    [InlineData("{\"x\": [\"a\",\"b\"]}", "abc", "{\"x\": [\"a\",\"b\",\"c\"]}")]
    [InlineData("{\"x\": [\n    \"a\",\n    \"b\"\n  ]}", "a", "{\"x\": [\n    \"a\"\n  ]}")]
    [InlineData("{\"x\": [\n    \"a\",\n    \"b\"\n  ]}", "b", "{\"x\": [\n    \"b\"\n  ]}")]
    [InlineData("{\"x\": [\n    \"a\"\n  ]}", "ba", "{\"x\": [\n    \"b\",\n    \"a\"\n  ]}")]
    [InlineData("{\"x\": [\"a\"]}", "", "{\"x\": []}")]
    [InlineData("{\"x\": [], \"y\": [\n  \"p\"\n]}", "ab", "{\"x\": [\n  \"a\",\n  \"b\"\n], \"y\": [\n  \"p\"\n]}")]
    public void A_list_changes_by_items(string before, string items, string after)
    {
        AssertEdit(before, front => front.Set("x", new FieldValue.Items([.. items.Select(item => item.ToString())])), after);
    }

    [Theory]
    [InlineData("{\"x\": 1}", "{}")]
    [InlineData("{\n  \"x\": 1,\n  \"y\": 2\n}", "{\n  \"y\": 2\n}")]
    [InlineData("{\n  \"y\": 2,\n  \"x\": {\"a\": 1}\n}", "{\n  \"y\": 2\n}")]
    [InlineData("{\"x\": 1, \"X\": 2, \"y\": 3, \"x\": 4}", "{\"y\": 3}")]
    public void A_removal_takes_the_comma_too(string before, string after)
    {
        AssertEdit(before, front => front.Remove("x"), after);
    }

    private static void AssertEdit(string before, Func<FrontMatter, FieldEdit> act, string after)
    {
        var front = FrontMatter.Read(before + "\nbody\n");
        var edit = act(front);
        Assert.Null(edit.Refusal);
        Assert.Equal(after + "\nbody\n", edit.Change!.Apply(front.FileText));
    }
}
