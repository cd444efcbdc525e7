using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public class TomlTests
{
    [Theory]
    [InlineData("true", ValueKind.Switch, "true")]
    [InlineData("0", ValueKind.Number, "0")]
    [InlineData("+1_000", ValueKind.Number, "1000")]
    [InlineData("0x1F", ValueKind.Number, "31")]
    [InlineData("0o17", ValueKind.Number, "15")]
    [InlineData("0b1_1", ValueKind.Number, "3")]
    [InlineData("1.50", ValueKind.Number, "1.5")]
    [InlineData("1e3", ValueKind.Number, "1000")]
    [InlineData("-inf", ValueKind.Number, "-Inf")]
    [InlineData("2025-02-14", ValueKind.Date, "2025-02-14")]
    [InlineData("2025-02-14 02:45:45", ValueKind.Date, "2025-02-14 02:45:45")]
    [InlineData("2025-02-14T02:45:45.5+08:00", ValueKind.Date, "2025-02-14T02:45:45.5+08:00")]
    [InlineData("02:45:45", ValueKind.Date, "02:45:45")]
    [InlineData("\"a\\tb\\u4e2d\\U0001F600\\\"\"", ValueKind.Text, "a\tb中😀\"")]
    [InlineData("'a\\t\"b'", ValueKind.Text, "a\\t\"b")]
    [InlineData("\"\"\"\na\n b\\\n   c\"\"\"\"", ValueKind.Text, "a\n bc\"")]
    [InlineData("'''\na\n'b''''", ValueKind.Text, "a\n'b'")]
    [InlineData("\"true\"", ValueKind.Text, "true")]
    [InlineData("[1, 'a']", ValueKind.List, "")]
    [InlineData("{ a = 1, b.c = 'd' }", ValueKind.Map, "")]
    public void Types_are_those_of_TOML_as_Hugo_reads_it(string written, ValueKind kind, string text)
    {
        var front = Toml($"x = {written} # c\n");

        Assert.Null(front.Error);
        Assert.Equal((kind, text), (front["x"]?.Kind, front["x"]?.Text));
    }

    [Fact]
    public void A_field_knows_its_key_its_line_and_its_spans()
    {
        var front = FrontMatter.Read("+++\n# 註\nTitle =  'a'  # b\n\"tags\" = [\n  \"p\", # c\n  \"q\",\n]\n+++\nbody");

        var title = front["title"]!;
        Assert.Equal(("Title", 3), (title.Key, title.Line));
        Assert.Equal("Title =  'a'  # b\n", front.FileText[title.Start..title.End]);
        Assert.Equal("'a'", front.FileText[title.ValueStart..title.ValueEnd]);
        var tags = front["TAGS"]!;
        Assert.Equal("\"tags\" = [\n  \"p\", # c\n  \"q\",\n]\n", front.FileText[tags.Start..tags.End]);
        Assert.Equal(["p", "q"], tags.Items);
    }

    [Fact]
    public void Tables_and_dotted_keys_are_one_field_of_their_first_name()
    {
        var front = Toml("a.b = 1\na.c = 2\nx = 1\n[menu.main]\n  weight = 1\n[menu.side]\nweight = 2\n[[resources]]\nsrc = 'p'\n[[resources]]\nsrc = 'q'\n");

        Assert.Equal(["a", "x", "menu", "resources"], front.Fields.Select(field => field.Key));
        Assert.Equal([ValueKind.Map, ValueKind.Number, ValueKind.Map, ValueKind.List], front.Fields.Select(field => field.Kind));
        Assert.Equal("[menu.main]\n  weight = 1\n[menu.side]\nweight = 2\n", front.FileText[front["menu"]!.Start..front["menu"]!.End]);
        Assert.All(["a", "menu", "resources"], key => Assert.Equal("hugo.edit.nested", front.Set(key, new FieldValue.Text("v")).Refusal));
    }

    [Theory]
    [InlineData("x = \"a\n", 2, 5)]
    [InlineData("a = 1\nx = [1\n", 4, 1)]
    [InlineData("x = yes\n", 2, 5)]
    [InlineData("x = 0123\n", 2, 5)]
    [InlineData("x = 2025-02-30\n", 2, 5)]
    [InlineData("x = 9223372036854775808\n", 2, 5)]
    [InlineData("x =\n", 2, 4)]
    [InlineData("x: 1\n", 2, 2)]
    [InlineData("x = 1 y = 2\n", 2, 7)]
    [InlineData("x = \"\\q\"\n", 2, 6)]
    [InlineData("x = 1\nx = 2\n", 3, 1)]
    [InlineData("x = 1\n[x]\n", 3, 1)]
    [InlineData("[a]\n[a]\n", 3, 1)]
    [InlineData("a.b = 1\n[a]\n", 3, 1)]
    [InlineData("x = { a = 1, a = 2 }\n", 2, 14)]
    public void What_cannot_be_read_is_named_by_line_and_column(string toml, int line, int column)
    {
        var front = Toml(toml);

        Assert.Equal(("hugo.front-matter.toml", line, column), (front.Error?.Word, front.Error?.Line, front.Error?.Column));
        Assert.Empty(front.Fields);
        Assert.Equal("hugo.front-matter.toml", front.Set("title", new FieldValue.Text("b")).Refusal);
        Assert.Equal("body\n", front.Body);
    }

    [Fact]
    public void Levels_length_and_control_characters_are_bounded()
    {
        Assert.Null(Toml($"x = {new string('[', 20)}{new string(']', 20)}\n").Error);
        Assert.Equal("hugo.front-matter.too-deep", Toml($"x = {new string('[', 60_000)}\n").Error?.Word);
        Assert.Equal("hugo.front-matter.too-long", Toml($"x = '{new string('a', 65_536)}'\n").Error?.Word);
        Assert.Equal("hugo.front-matter.control-character", Toml("x = 'a\u0007'\n").Error?.Word);
        Assert.Equal("hugo.front-matter.control-character", Toml("x = 1 #\ra\n").Error?.Word);
    }

    [Theory]
    [InlineData("x = 'a' # c\n", "v", "x = 'v' # c\n")]
    [InlineData("x = 'a'\n", "it's", "x = \"it's\"\n")]
    [InlineData("x = \"a\"\n", "C:\\\"q\"", "x = \"C:\\\\\\\"q\\\"\"\n")]
    [InlineData("x = 2020-04-19\n", "true", "x = \"true\"\n")]
    [InlineData("x = \"\"\"\na\nb\"\"\"\n", "a\nc", "x = \"a\\nc\"\n")]
    [InlineData("y = 'a'\n\n[menu.main]\nx = 1\n", "v", "y = 'a'\nx = 'v'\n\n[menu.main]\nx = 1\n")]
    [InlineData("# c\n[menu.main]\nx = 1\n", "v", "x = \"v\"\n# c\n[menu.main]\nx = 1\n")]
    [InlineData("  y=1 # c\n", "v", "  y=1 # c\n  x=\"v\"\n")]
    [InlineData("", "v", "x = \"v\"\n")]
    public void A_text_is_written_as_its_neighbours_are(string before, string value, string after)
    {
        AssertEdit(before, front => front.Set("x", new FieldValue.Text(value)), after);
    }

    [Theory]
    [InlineData("x = [\"a\", 'b'] # c\n", "abd", "x = [\"a\", 'b', 'd'] # c\n")]
    [InlineData("x = [\"a\",\"b\"]\n", "cab", "x = [\"c\",\"a\",\"b\"]\n")]
    [InlineData("x = [\"a\", \"b\"]\n", "ba", "x = [\"b\", \"a\"]\n")]
    [InlineData("x = [\n  \"a\", # c\n  \"b\", # d\n]\n", "a", "x = [\n  \"a\", # c\n]\n")]
    [InlineData("x = [\n  \"a\",\n  \"b\"\n]\n", "acb", "x = [\n  \"a\",\n  \"c\",\n  \"b\"\n]\n")]
    [InlineData("x = [\n  \"a\"\n]\n", "ab", "x = [\n  \"a\",\n  \"b\"\n]\n")]
    [InlineData("x = [\"a\"]\n", "", "x = []\n")]
    [InlineData("y = [\n  'p',\n]\n", "ab", "y = [\n  'p',\n]\nx = [\n  'a',\n  'b',\n]\n")]
    [InlineData("x = 1\n", "a", "x = [\"a\"]\n")]
    public void A_list_changes_by_items(string before, string items, string after)
    {
        AssertEdit(before, front => front.Set("x", new FieldValue.Items([.. items.Select(item => item.ToString())])), after);
    }

    [Fact]
    public void A_date_is_written_without_quotes_where_it_stood_so()
    {
        var date = new FieldValue.Date("2025-02-14 02:45:45");

        AssertEdit("x = 2020-04-19 # c\n", front => front.Set("x", date), "x = 2025-02-14 02:45:45 # c\n");
        AssertEdit("x = \"2020-04-19\"\n", front => front.Set("x", date), "x = \"2025-02-14 02:45:45\"\n");
        AssertEdit("date = 2020-04-19\n", front => front.Set("x", date), "date = 2020-04-19\nx = 2025-02-14 02:45:45\n");
    }

    [Fact]
    public void Switches_and_numbers_have_no_quotes_and_a_removal_takes_the_line()
    {
        AssertEdit("x = \"true\"\n", front => front.Set("x", new FieldValue.Switch(true)), "x = true\n");
        AssertEdit("x = 1\n", front => front.Set("x", new FieldValue.Number(1.5m)), "x = 1.5\n");
        AssertEdit("y = 1\nx = [\n 1, # c\n] # d\n[z]\n", front => front.Remove("X"), "y = 1\n[z]\n");
        AssertEdit("y = 1\n[x]\na = 1\n\n# c\n[z]\n", front => front.Remove("x"), "y = 1\n\n# c\n[z]\n");
    }

    [Theory]
    [InlineData("[x.a]\nv = 1\n\n# c\n[y]\n[x.b]\n", "\n# c\n[y]\n")]
    [InlineData("x.a = 1\ny = 1\nx.b = 2 # c\n[z]\n", "y = 1\n[z]\n")]
    [InlineData("[[x]]\na = 1\n[y]\nb = 1\n[[x]]\na = 2\n", "[y]\nb = 1\n")]
    public void A_field_in_pieces_apart_is_removed_with_all_of_them(string before, string after)
    {
        AssertEdit(before, front => front.Remove("x"), after);
    }

    private static FrontMatter Toml(string toml) => FrontMatter.Read($"+++\n{toml}+++\nbody\n");

    private static void AssertEdit(string before, Func<FrontMatter, FieldEdit> act, string after)
    {
        var front = Toml(before);
        var edit = act(front);
        Assert.Null(edit.Refusal);
        Assert.Equal($"+++\n{after}+++\nbody\n", edit.Change!.Apply(front.FileText));
    }
}
