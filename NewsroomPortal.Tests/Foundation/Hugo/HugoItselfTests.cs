using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>The real program reads what was written as it was meant, in one build of a site made for it.</summary>
public sealed class HugoItselfTests : IDisposable
{
    private static readonly string[][] Hosts =
    [
        [.. new[] { "x: plain", "x: 'single'", "x: \"double\"", "x: |\n  literal", "x: >\n  folded", "x: [a]", "x:\n  - a" }.Select(field => $"---\n{field}\nafter: kept\n---\n")],
        [.. new[] { "x = \"basic\"", "x = 'literal'", "x = \"\"\"\na\nb\"\"\"", "x = '''a'''", "x = [\n  'a',\n]", "# no x" }.Select(field => $"+++\n{field}\nafter = 'kept'\n[menu.main]\nx = 1\n+++\n")],
        [.. new[] { "\"x\": \"a\"", "\"x\": [\n\"a\"\n]", "\"no\": {}" }.Select(field => $"{{\n  {field},\n  \"after\": \"kept\"\n}}\n")],
    ];

    private readonly HugoSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public void Reads_every_hostile_value_exactly_as_it_was_set_in_YAML_TOML_and_JSON()
    {
        Programs.RequireHugo();
        var values = Values("frontmatter/injection.jsonl", "value").Concat(Values("strings/blns.jsonl", "s")).Concat(Values("strings/unicode.jsonl", "s")).ToList();
        var expected = new Dictionary<string, string>();
        foreach (var (number, value) in values.Index())
        {
            foreach (var hosts in Hosts)
            {
                var text = Set(Set(hosts[number % hosts.Length] + "body\n", "x", new FieldValue.Text(value)), "list", new FieldValue.Items([value, "b"]));
                expected[site.Put(FileShape.New, text)] = value;
            }
        }

        var pages = site.Build();

        Assert.Equal(expected.Count, pages.Count);
        Assert.All(pages, page =>
        {
            var fields = page.Value.Params;
            Assert.Equal(expected[page.Key], fields["x"]!.GetValue<string>());
            Assert.Equal([expected[page.Key], "b"], fields["list"]!.AsArray().Select(item => item!.GetValue<string>()));
            Assert.Equal("kept", fields["after"]!.GetValue<string>());
            Assert.Equal("body\n", page.Value.Body);
        });
    }

    [Fact]
    public void Reads_the_injections_back_from_the_fields_that_they_are_meant_for_and_keeps_body_lines_body()
    {
        Programs.RequireHugo();
        var expected = new List<(string Page, string Field, string Value)>();
        foreach (var (field, value) in Values("frontmatter/injection.jsonl", "field").Zip(Values("frontmatter/injection.jsonl", "value")))
        {
            foreach (var hosts in Hosts)
            {
                var body = field == "body-first-line" ? value + "\nbody\n" : "body\n";
                var text = field switch
                {
                    "tags[0]" => Set(hosts[0] + body, "tags", new FieldValue.Items([value, "b"])),
                    "body-first-line" => Set(hosts[0] + body, "title", new FieldValue.Text("t")),
                    _ => Set(hosts[0] + body, field, new FieldValue.Text(value)),
                };
                Assert.Equal(body, FrontMatter.Read(text).Body);
                expected.Add((site.Put(FileShape.New, text), field, value));
            }
        }

        var pages = site.Build();

        var names = expected.Select(each => each.Field).Distinct();
        Assert.Equal(["author", "body-first-line", "tags[0]", "title"], names.Order(StringComparer.Ordinal));
        Assert.All(expected, each => Assert.Equal(each.Value, each.Field switch
        {
            "tags[0]" => pages[each.Page].Params["tags"]![0]!.GetValue<string>(),
            "body-first-line" => pages[each.Page].Body[..^"\nbody\n".Length],
            _ => pages[each.Page].Params[each.Field]!.GetValue<string>(),
        }));
        // No value became a field of its own.
        string[] known = ["after", "author", "draft", "iscjklanguage", "menu", "no", "tags", "title", "x"];
        Assert.All(expected, each => Assert.Empty(pages[each.Page].Params.Select(field => field.Key).Except(known)));
    }

    [Theory]
    [InlineData("---\nx: {0}\n---\n",
        "yes|No|y|n|on|OFF|TRUE|tRue|0123|089|0x1F|0o17|-0b11|+7|1_000|1.5|1.|.5|1e3|1e-3|1:30|~|null|Null|nUll|12345678901234567890|-5|2025-02-14|2025-02-14 02:45:45|1.2.3|0x|0b2|_1|1__0|=")]
    [InlineData("+++\nx = {0}\n+++\n",
        "true|false|0|+7|-5|1_000|0x1F|0o17|0b1_1|1.5|-1.50|1e3|6.26e-2|2025-02-14|2025-02-14 02:45:45|2025-02-14T02:45:45|2025-02-14t02:45:45z|2025-02-14T02:45:45.25+08:00|'0x'|\"\\u4e2d\\t\"")]
    [InlineData("{{\"x\": {0}}}\n", "true|false|null|0|-5|1.50|1e3|12345678901|\"yes\"|\"2025-02-14\"|\"\\u4e2d\\/\"")]
    public void Takes_values_for_what_this_room_does(string file, string written)
    {
        Programs.RequireHugo();
        var expected = written.Split('|').Select(value => string.Format(CultureInfo.InvariantCulture, file, value))
            .ToDictionary(text => site.Put(FileShape.New, text), text => FrontMatter.Read(text)["x"]!);

        var pages = site.Build();

        Assert.Equal(expected.Count, pages.Count);
        Assert.All(pages, page =>
        {
            var ours = expected[page.Key];
            var theirs = page.Value.Params["x"];
            Assert.Equal(theirs?.GetValueKind() switch
            {
                JsonValueKind.True or JsonValueKind.False => (ValueKind.Switch, theirs.GetValue<bool>() ? "true" : "false"),
                JsonValueKind.Number => (ValueKind.Number, Number(theirs)),
                JsonValueKind.String => (ours.Kind == ValueKind.Date ? ValueKind.Date : ValueKind.Text, Moment(ours.Kind, theirs.GetValue<string>())),
                _ => (ValueKind.Null, ""),
            }, (ours.Kind, Moment(ours.Kind, ours.Text)));
        });
    }

    [Theory]
    [InlineData("---\nx: a\nx: b\n---\n")]
    [InlineData("---\nX: a\nx: b\n---\n")]
    [InlineData("---\nx: a\nX: b\n---\n")]
    [InlineData("+++\nX = 'a'\nx = 'b'\n+++\n")]
    [InlineData("{\"x\": \"a\", \"x\": \"b\"}\n")]
    [InlineData("{\"X\": \"a\", \"x\": \"b\"}\n")]
    public void Takes_of_fields_of_one_name_the_one_that_this_room_does(string text)
    {
        Programs.RequireHugo();
        var names = Enumerable.Range(0, 20).Select(_ => site.Put(FileShape.New, text)).ToList();

        var pages = site.Build();

        Assert.All(names, name => Assert.Equal(FrontMatter.Read(text)["x"]!.Text, pages[name].Params["x"]!.GetValue<string>()));
    }

    /// <summary>Without what only one of the two would write: 1e+03.</summary>
    private static string Number(JsonNode number) =>
        decimal.Parse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    /// <summary>Hugo writes a time in its own way.</summary>
    private static string Moment(ValueKind kind, string text) =>
        kind == ValueKind.Date ? HugoDate.Read(text, null)!.Value.ToString("O", CultureInfo.InvariantCulture) : text;

    private static string Set(string text, string key, FieldValue value) => FrontMatter.Read(text).Set(key, value).Change!.Apply(text);

    private static IEnumerable<string> Values(string file, string name) =>
        File.ReadLines(SharedFolder.Require("material", file)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty(name).GetString()!);
}
