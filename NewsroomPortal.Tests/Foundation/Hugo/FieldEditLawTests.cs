using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>Whatever is set reads back exactly, and every other byte stays.</summary>
public class FieldEditLawTests
{
    // Each has the field x, other fields before and after it, and a body that looks like front matter.
    private static readonly string[] Files =
    [
        File("x: plain"), File("x: 'single'"), File("x: \"double\""), File("x: |\n  literal\n  two"), File("x: |-\n    literal"),
        File("x: >\n  folded\n  two"), File("x: >-\n  folded"), File("x:"), File("x: ~"), File("x: 2024"), File("x: true # c"), File("x: 2025-02-14"),
        File("x: \"two\n  lines\""), File("x: &anchor v"), File("x: !!str 1"), File("x: []"), File("x:\n- a\n- b"), File("x: [a, 'b',\n  c]"),
        File("x:\n  - \"a\" # c\n\n  # d\n  - b"), File("x: old\nx: newer"), File("no: x"),
        "---\n{before: 1, x: v, after: \"2\"}\n---\nbody", "---\nbefore: 1\r\nx: v\n---\nbody\r\n", "body\n---\nx: y\n---\n", "",
        Toml("x = \"basic\""), Toml("x = 'literal'"), Toml("x = \"\"\"\n  a\n  b\"\"\""), Toml("x = '''a\nb'''"), Toml("x=1_000 # c"), Toml("  x = true"), Toml("x = 2025-02-14 02:45:45"),
        Toml("x = []"), Toml("x = [ \"a\", 'b', ]"), Toml("x = [\n  \"a\", # c\n  # d\n  \"b\" # e\n]"), Toml("x = [\r\n  'a',\r\n  'b'\r\n]\r"), Toml("no = 1"), "+++\n[x-not]\n+++\nbody",
        "+++\n+++\n", Json("\"x\": \"v\""), Json("\"x\":null"), Json("\"x\": [\"a\", \"b\"]"), Json("\"x\": [\n    \"a\",\n    \"b\"\n  ]"), Json("\"x\": -1.5e3"), Json("\"no\": {\"x\": [\"}\"]}"),
        "{}\nbody", "{\n}", "{\"x\":1}", "{\"𠮷\": \"𠮷\", \"x\": \"é\"}body",
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf("a", "標題", "𠮷", " ", "\n", "\r", "\r\n", "\t", "\"", "'", "\\", "\\n", ": ", ":", " #", "#", "---", "\n---\n", "...", "- ", "? ", "[", "]",
            "{", "}", ",", "&a", "*a", "!", "|", ">", "%", "@", "`", "~", "null", "yes", "0123", "1_000", ".5", "2025-02-14", "<<", "=", "\0", "\u0007", "\u0085",
            "\u2028", "\u2029", "\uFEFF", "\uFFFE", "\u00A0", "\u3000", "{{<", "draft: true"),
        Gen.Char.Where(unit => !char.IsSurrogate(unit)).Select(unit => unit.ToString()));

    private static readonly Gen<string> Value = Piece.Array[0, 8].Select(string.Concat);

    [Fact]
    public void A_text_reads_back_exactly_from_any_style()
    {
        Gen.Select(Gen.Int[0, Files.Length - 1], Value).Sample((file, value) => HoldsText(Files[file], value), iter: 20_000);
    }

    [Fact]
    public void A_list_reads_back_exactly_from_any_style()
    {
        var item = Gen.OneOf(Value, Gen.OneOf("a", "b", "c"));
        Gen.Select(Gen.Int[0, Files.Length - 1], item.Array[0, 5]).Sample((file, items) => HoldsItems(Files[file], items), iter: 10_000);
    }

    [Fact]
    public void One_list_after_another_reads_back_exactly()
    {
        var letters = Gen.OneOf("a", "b", "c", "d", "1").Array[0, 6];
        Gen.Select(Gen.OneOf("x: [a, b]", "x:\n  - a\n  - 'b' # c", "x: []"), letters.Array[1, 6]).Sample((start, lists) =>
        {
            var text = File(start);
            foreach (var items in lists)
            {
                if (!HoldsItems(text, items))
                    return false;
                text = FrontMatter.Read(text).Set("x", new FieldValue.Items(items)).Change!.Apply(text);
            }
            return true;
        }, iter: 1_000);
    }

    [Fact]
    public void A_text_and_a_list_read_back_exactly_at_every_depth()
    {
        string[] inner =
        [
            "---\na:\n  b: 1\n  c:\n    - d: x # c\n      e: |\n        l\n    - [p, {q: \"r\"}]\n    - - s\n      - t\n  f: {g: h, i: [j]}\n---\nbody\n",
            "+++\na.b = 1\nf = { g = 'h', i.k = ['j', [2]] }\n[[c]]\nd = 'x'\n[c.e]\nl = \"\"\"m\"\"\"\n[n]\n[[c]]\nd = 1\n[[c.o]]\np = []\n+++\nbody\n",
            "{\"a\": {\"b\": 1, \"c\": [{\"d\": \"x\"}, [\"p\", {\"q\": null}]]}, \"f\": []}\nbody\n",
        ];
        Gen.Select(Gen.Int[0, inner.Length - 1], Gen.Int[0, 99], Value).Sample((file, chosen, value) =>
        {
            var front = FrontMatter.Read(inner[file]);
            var paths = front.Values().Select(each => each.Path).ToList();
            var path = paths[chosen % paths.Count];
            var text = front.Set(path, new FieldValue.Text(value));
            var list = front.Set(path, new FieldValue.Items([value, "b"]));
            return text.IsDone && list.IsDone
                && FrontMatter.Read(text.Change.Apply(inner[file]))[path]!.Text == value
                && FrontMatter.Read(list.Change.Apply(inner[file]))[path]!.Items.SequenceEqual([value, "b"]);
        }, iter: 5_000);
    }

    [Fact]
    public void Any_text_at_all_is_read_without_a_crash_and_edited_safely_or_refused()
    {
        var noise = Gen.Select(Gen.OneOf("---\n", "---\nx: 1\n", "+++\nx = ", "+++\nx = [", "+++\n", "{", "{\"x\":", ""), Piece.Array[0, 30], Gen.OneOf("\n---\nbody", "\n---", "\n+++\nbody", "]\n+++", "\"}", "}", ""))
            .Select((head, pieces, tail) => head + string.Concat(pieces) + tail);
        noise.Sample(text =>
        {
            var front = FrontMatter.Read(text);
            var edit = front.Set("x", new FieldValue.Text("v"));
            var isSafe = !edit.IsDone || FrontMatter.Read(edit.Change.Apply(text)) is var after && after["x"]?.Text == "v" && after.Body == front.Body;
            var removal = front.Remove("x");
            return isSafe && (!removal.IsDone || FrontMatter.Read(removal.Change.Apply(text))["x"] is null);
        }, iter: 20_000);
    }

    [Fact]
    public void Every_hostile_value_of_the_material_reads_back_exactly()
    {
        var values = Material("frontmatter", "injection.jsonl", "value").Concat(Material("strings", "blns.jsonl", "s"))
            .Concat(Material("strings", "unicode.jsonl", "s")).ToList();
        Assert.True(values.Count > 500, $"Only {values.Count} values");

        foreach (var value in values)
        {
            Assert.All(Files, file => Assert.True(HoldsText(file, value), $"'{value}' as text in {file}"));
            Assert.All(Files, file => Assert.True(HoldsItems(file, ["a", value]), $"'{value}' as item in {file}"));
        }
    }

    [Fact]
    public void Every_bomb_of_the_material_is_refused_or_read_within_250_ms_and_64_MB()
    {
        foreach (var path in Directory.EnumerateFiles(SharedFolder.Require("material", "yaml"), "*.yaml"))
        {
            var yaml = HugoFile.Read(System.IO.File.ReadAllBytes(path)).File!.Text;
            var text = $"---\n{yaml}\n---\n本文\n";
            var allocated = GC.GetAllocatedBytesForCurrentThread();

            var front = FrontMatter.Read(text);

            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Assert.True(allocated < 64_000_000, $"{Path.GetFileName(path)} took {allocated} bytes");
            Assert.True(front.Error is null or { Line: > 0 }, Path.GetFileName(path));
            // The quickest of five, so that a busy machine does not count.
            var quickest = Enumerable.Range(0, 5).Min(_ =>
            {
                var started = Stopwatch.GetTimestamp();
                FrontMatter.Read(text);
                return Stopwatch.GetElapsedTime(started);
            });
            Assert.True(quickest < TimeSpan.FromMilliseconds(250), $"{Path.GetFileName(path)} took {quickest}");
        }
    }

    private static bool HoldsText(string text, string value) => Holds(text, new FieldValue.Text(value), field => field.Text == value);

    private static bool HoldsItems(string text, string[] items) => Holds(text, new FieldValue.Items(items), field => field.Items.SequenceEqual(items));

    private static bool Holds(string text, FieldValue value, Func<Field, bool> isHeld)
    {
        var front = FrontMatter.Read(text);
        var edit = front.Set("x", value);
        if (!edit.IsDone)
            return false;
        var after = FrontMatter.Read(edit.Change.Apply(text));
        var (from, to) = front["x"] is { } field ? (field.Start, field.End) : (front.Start, front.End);
        return after["x"] is { } now && isHeld(now)
            && after.Body == front.Body
            && edit.Change.Changes.All(change => change.FromA >= from && change.ToA <= to)
            && after.Fields.Where(each => each.Key != "x").Select(Describe).SequenceEqual(front.Fields.Where(each => each.Key != "x").Select(Describe));
    }

    private static string Describe(Field field) => $"{field.Key}={field.Kind}:{field.Text}:{string.Join('|', field.Items)}";

    private static string File(string field) => $"---\nbefore: yes\ntags: [p, \"q\"]\n# c\n{field}\n\n# d\nafter: |\n  a\n  b\nlast: \"1\"\n---\n---\nx: body\n---\n";

    private static string Toml(string field) =>
        $"+++\nbefore = true\ntags = [\"p\", 'q']\n# c\n{field}\n\n# d\nlast = \"1\"\ndotted.y = 1\n[menu.main]\nx = \"inner\"\n+++\n+++\nx = \"body\"\n+++\n";

    private static string Json(string field) => $"{{\n  \"before\": true,\n  \"tags\": [\"p\", \"q\"],\n  {field},\n  \"last\": {{\"x\": \"}}\"}}\n}}\n\n}}\nbody\n";

    private static IEnumerable<string> Material(string set, string file, string name) =>
        System.IO.File.ReadLines(SharedFolder.Require("material", set, file))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty(name).GetString()!);
}
