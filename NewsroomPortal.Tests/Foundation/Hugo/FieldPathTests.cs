using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>Values in maps, tables and lists: <c>/</c> stands between a path's steps here, and a number is an index.</summary>
public class FieldPathTests
{
    [Theory]
    [InlineData("menu:\n  main:\n    weight: 1 # c\n    name: a\n", "menu/main/weight", "menu:\n  main:\n    weight: \"v\" # c\n    name: a\n")]
    [InlineData("cover: {image: x, alt: 'y'}\n", "cover/image", "cover: {image: v, alt: 'y'}\n")]
    [InlineData("cover: {image: , alt: 'y'}\n", "cover/image", "cover: {image: \"v\", alt: 'y'}\n")]
    [InlineData("r:\n- title: \"a\"\n  src: b\n- title: c\n", "r/1/title", "r:\n- title: \"a\"\n  src: b\n- title: v\n")]
    [InlineData("r:\n  -\n    title: 'a'\n", "r/0/title", "r:\n  -\n    title: 'v'\n")]
    [InlineData("r: [[a, b], [c]]\n", "r/0/1", "r: [[a, v], [c]]\n")]
    [InlineData("r:\n- - a\n  - b\n- - c\n", "r/0/0", "r:\n- - v\n  - b\n- - c\n")]
    [InlineData("r:\n- a\n-\n- b\n", "r/1", "r:\n- a\n- \"v\"\n- b\n")]
    [InlineData("a:\n  b: |\n    x\n    y\n  c: 1\n", "a/b", "a:\n  b: |-\n    v\n  c: 1\n")]
    [InlineData("a:\n  b: 1\n  b: 2\n", "a/b", "a:\n  b: 1\n  b: \"v\"\n")]
    [InlineData("a:\n  B: 1\n", "A/b", "a:\n  B: \"v\"\n")]
    [InlineData("a:\n  x.y: 1\n", "a/x.y", "a:\n  x.y: \"v\"\n")]
    public void A_value_at_any_depth_of_YAML_is_replaced_in_its_place(string before, string path, string after)
    {
        AssertEdit("---", before, front => front.Set(Path(path), new FieldValue.Text("v")), after);
    }

    [Theory]
    [InlineData("menu:\n  main:\n    weight: 1\nx: 1\n", "menu/main/new", "menu:\n  main:\n    weight: 1\n    new: \"v\"\nx: 1\n")]
    [InlineData("menu:\n  main:\n    weight: 1\n\n# c\nx: 1\n", "menu/side/new", "menu:\n  main:\n    weight: 1\n  side:\n    new: \"v\"\n\n# c\nx: 1\n")]
    [InlineData("x: 1\n", "menu/main/new", "x: 1\nmenu:\n  main:\n    new: \"v\"\n")]
    [InlineData("menu:\nx: 1\n", "menu/main/new", "menu:\n  main:\n    new: \"v\"\nx: 1\n")]
    [InlineData("a: {b: 1}\n", "a/c/d", "a: {b: 1, c: {d: \"v\"}}\n")]
    [InlineData("a: {}\n", "a/c", "a: {c: \"v\"}\n")]
    [InlineData("r:\n  - t: a\n    s: b\nx: 1\n", "r/0/new", "r:\n  - t: a\n    s: b\n    new: \"v\"\nx: 1\n")]
    [InlineData("r:\n  - t: a\n", "r/1/t/u", "r:\n  - t: a\n  - t:\n      u: \"v\"\n")]
    [InlineData("r:\n  - t: a\n", "r/1", "r:\n  - t: a\n  - \"v\"\n")]
    [InlineData("r: [{t: a}]\n", "r/1/t", "r: [{t: a}, {t: \"v\"}]\n")]
    public void A_value_is_added_where_its_map_or_list_ends(string before, string path, string after)
    {
        AssertEdit("---", before, front => front.Set(Path(path), new FieldValue.Text("v")), after);
    }

    [Theory]
    [InlineData("a:\n  b: 1 # c\n  d: 2\n", "a/b", "a:\n  d: 2\n")]
    [InlineData("a:\n  b: 1\nx: 1\n", "a/b", "a: {}\nx: 1\n")]
    [InlineData("r:\n  - t: a\n    s: b\n  - t: c\n", "r/0/t", "r:\n  - s: b\n  - t: c\n")]
    [InlineData("r:\n  - t: a\n    s: b\n  - t: c\n", "r/0", "r:\n  - t: c\n")]
    [InlineData("r:\n  - t: a\n    s: b\n  - t: c\n", "r/1", "r:\n  - t: a\n    s: b\n")]
    [InlineData("r:\n  - t: a\n", "r/0", "r: []\n")]
    [InlineData("r:\n- - a\n  - b\n- - c\n", "r/0/0", "r:\n- - b\n- - c\n")]
    [InlineData("a: {b: 1, c: 2}\n", "a/b", "a: {c: 2}\n")]
    [InlineData("a: {b: 1}\n", "a/b", "a: {}\n")]
    [InlineData("a: 1\n", "a/b", "a: 1\n")]
    public void A_value_is_taken_out_and_what_held_it_stays(string before, string path, string after)
    {
        AssertEdit("---", before, front => front.Remove(Path(path)), after);
    }

    [Theory]
    [InlineData("[menu.main]\n  weight = 1 # c\n[menu.side]\nweight = 2\n", "menu/main/weight", "[menu.main]\n  weight = \"v\" # c\n[menu.side]\nweight = 2\n")]
    [InlineData("a.b.c = 'x'\n", "a/b/c", "a.b.c = 'v'\n")]
    [InlineData("a = { b.c = 'x', d = [ { e = 1 } ] }\n", "a/d/0/e", "a = { b.c = 'x', d = [ { e = \"v\" } ] }\n")]
    [InlineData("a = { b.c = 'x', d = 1 }\n", "a/b/c", "a = { b.c = 'v', d = 1 }\n")]
    [InlineData("[[r]]\nt = 'a'\n[[r]]\nt = 'b'\n[r.p]\nq = 'c'\n", "r/1/p/q", "[[r]]\nt = 'a'\n[[r]]\nt = 'b'\n[r.p]\nq = 'v'\n")]
    [InlineData("[menu.main]\nweight = 1\n[x]\n", "menu/main/new", "[menu.main]\nweight = 1\nnew = \"v\"\n[x]\n")]
    [InlineData("x = 1\n[menu.main]\nweight = 1\n", "menu/new", "x = 1\n[menu]\nnew = \"v\"\n[menu.main]\nweight = 1\n")]
    [InlineData("x=1\n", "menu/main/new", "x=1\nmenu.main.new=\"v\"\n")]
    [InlineData("[t]\n  a.b = 1\n  c = 2\n", "t/a/new", "[t]\n  a.b = 1\n  a.new = \"v\"\n  c = 2\n")]
    [InlineData("[[r]]\nt = 'a'\n[x]\n", "r/1/t", "[[r]]\nt = 'a'\n[[r]]\nt = \"v\"\n[x]\n")]
    [InlineData("a = {}\n", "a/b", "a = {b = \"v\"}\n")]
    public void In_TOML_tables_dotted_keys_and_braces_alike(string before, string path, string after)
    {
        AssertEdit("+++", before, front => front.Set(Path(path), new FieldValue.Text("v")), after);
    }

    [Theory]
    [InlineData("[menu.main]\nweight = 1\n", "menu/main/weight", "[menu.main]\n")]
    [InlineData("[menu.main]\nweight = 1\n", "menu/main", "[menu]\n")]
    [InlineData("x = 1\na.b = 1\n", "a/b", "x = 1\na = {}\n")]
    [InlineData("[a]\nb = 1\n[c]\n[a.d]\ne = 1\n[a.d.f]\n", "a/d", "[a]\nb = 1\n[c]\n")]
    [InlineData("[[r]]\nt = 'a'\n\n[[r]]\nt = 'b'\n[r.p]\nq = 1\n", "r/1", "[[r]]\nt = 'a'\n\n")]
    [InlineData("x = 1\n[y]\n[[r]]\nt = 'a'\n", "r/0", "x = 1\nr = []\n[y]\n")]
    [InlineData("a = { b = 1, c = 2 }\n", "a/c", "a = { b = 1 }\n")]
    [InlineData("a = [\n  { b = 1 }, # c\n  { b = 2 },\n]\n", "a/1", "a = [\n  { b = 1 }, # c\n]\n")]
    public void In_TOML_what_held_the_value_stays_too(string before, string path, string after)
    {
        AssertEdit("+++", before, front => front.Remove(Path(path)), after);
    }

    [Fact]
    public void In_JSON_members_and_items_are_set_added_and_taken_out()
    {
        var front = FrontMatter.Read("{\n  \"menu\": {\n    \"main\": {\"weight\": 1}\n  },\n  \"r\": [[1, 2], {\"t\": \"a\"}]\n}\nbody\n");

        AssertJson("menu/main/weight", "\"main\": {\"weight\": 1}", "\"main\": {\"weight\": \"v\"}");
        AssertJson("menu/side/new", "{\"weight\": 1}", "{\"weight\": 1},\n    \"side\": {\"new\": \"v\"}");
        AssertJson("r/0/2", "[1, 2]", "[1, 2, \"v\"]");
        AssertJson("r/1/t", "\"t\": \"a\"", "\"t\": \"v\"");
        AssertJson("r/2", "{\"t\": \"a\"}]", "{\"t\": \"a\"}, \"v\"]");
        AssertRemoved("menu/main/weight", "{\"weight\": 1}", "{}");
        AssertRemoved("r/0/0", "[1, 2]", "[2]");
        AssertRemoved("r/1", ", {\"t\": \"a\"}", "");

        void AssertJson(string path, string old, string now) => AssertText(front, front.Set(Path(path), new FieldValue.Text("v")), front.FileText.Replace(old, now, StringComparison.Ordinal));
        void AssertRemoved(string path, string old, string now) => AssertText(front, front.Remove(Path(path)), front.FileText.Replace(old, now, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("---", "a:\n  b:\n    - x\n    - k # c\n", "a:\n  b:\n    - x\n    - k # c\n    - z\n")]
    [InlineData("---", "a:\n  - b:\n    - x\n    - k\n    c: 1\n", "a:\n  - b:\n    - x\n    - k\n    - z\n    c: 1\n")]
    [InlineData("---", "a:\n  - b: [x, k]\n", "a:\n  - b: [x, k, z]\n")]
    [InlineData("+++", "[[a]]\nb = ['x', 'k']\n", "[[a]]\nb = ['x', 'k', 'z']\n")]
    public void A_list_in_a_map_changes_by_items(string fence, string before, string after)
    {
        var path = Path(before.Contains("- b", StringComparison.Ordinal) || fence == "+++" ? "a/0/b" : "a/b");

        AssertEdit(fence, before, front => front.Set(path, new FieldValue.Items(["x", "k", "z"])), after);
    }

    [Theory]
    [InlineData("a: x\n", "a/b", "hugo.edit.no-place")]
    [InlineData("a: [x]\n", "a/2", "hugo.edit.no-place")]
    [InlineData("a: [x]\n", "a/b", "hugo.edit.no-place")]
    [InlineData("a: {b: 1}\n", "a/0", "hugo.edit.no-place")]
    [InlineData("x: 1\n", "a/0", "hugo.edit.no-place")]
    [InlineData("a: {b: {c: 1}}\n", "a/b", "hugo.edit.nested")]
    [InlineData("a: &n {b: 1}\nc: *n\n", "a/b", "hugo.edit.changes-others")]
    [InlineData("a: &n {b: 1}\nc: *n\n", "c/b", "hugo.edit.changes-others")]
    [InlineData("a:\n  b: &n 1\nc: *n\n", "a/b", "hugo.edit.breaks")]
    public void What_has_no_place_or_would_change_others_is_refused(string yaml, string path, string refusal)
    {
        Assert.Equal(refusal, FrontMatter.Read($"---\n{yaml}---\n").Set(Path(path), new FieldValue.Text("v")).Refusal);
    }

    [Fact]
    public void Every_value_that_can_be_set_is_listed_with_its_path()
    {
        var front = FrontMatter.Read("---\na: 1\nb:\n  c: x\n  d: [p, q]\n  e:\n    - f: k\n    - [[z]]\n  c: shadowing\nl: &n {m: 1}\no: *n\n---\n");

        Assert.Equal(["a", "b.d", "b.e[0].f", "b.e[1][0]", "b.c", "l.m"], front.Values().Select(each => each.Path.ToString()));
        Assert.Equal(["1", "", "k", "", "shadowing", "1"], front.Values().Select(each => each.Field.Text));
        Assert.Equal([2, 5, 7, 8, 9, 10], front.Values().Select(each => each.Field.Line));
        Assert.Equal(4, Assert.Single(front.Warnings).Line);
    }

    [Fact]
    public void An_alias_of_aliases_is_not_unrolled()
    {
        var bomb = string.Concat(Enumerable.Range(1, 30).Select(level => $"a{level}: &a{level} [{string.Join(',', Enumerable.Repeat($"*a{level - 1}", 9))}]\n"));

        var front = FrontMatter.Read($"---\na0: &a0 {{x: 1}}\n{bomb}---\n");

        Assert.Equal(["a0.x"], front.Values().Select(each => each.Path.ToString()));
        Assert.Empty(front.Warnings);
    }

    internal static FieldPath Path(string steps)
    {
        var parts = steps.Split('/');
        return FieldPath.Of(parts[0], parts.Skip(1).Select(part => int.TryParse(part, out var index) ? (FieldStep)index : part));
    }

    private static void AssertEdit(string fence, string before, Func<FrontMatter, FieldEdit> act, string after)
    {
        var front = FrontMatter.Read($"{fence}\n{before}{fence}\nbody\n");
        AssertText(front, act(front), $"{fence}\n{after}{fence}\nbody\n");
    }

    private static void AssertText(FrontMatter front, FieldEdit edit, string after)
    {
        Assert.Null(edit.Refusal);
        Assert.Equal(after, edit.Change!.Apply(front.FileText));
    }
}
