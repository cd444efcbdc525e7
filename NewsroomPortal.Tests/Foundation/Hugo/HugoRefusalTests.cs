using System.Diagnostics;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>
/// Front matter that breaks its format's rules, or nearly: what Hugo refuses is refused here too, so that a newsroom does not learn of it when it publishes, and
/// what Hugo takes can be edited.
/// </summary>
public sealed class HugoRefusalTests(ITestOutputHelper output)
{
    private static readonly string[] Yaml =
    [
        "a: 1", "a: 1\na: 2", "a: 1\nA: 2", "a:\n\tb: 1", "\ta: 1", "a: \tb", "a: 'b", "a: \"b", "a: \"\\q\"", "a: [1, 2", "a: [1, 2,]", "a: [1, , 2]", "a: {b: 1", "a: {b: 1,}", "a: {b}",
        "a: b: c", "a: b\n c: d", "a: b #c: d", "a: @b", "a: `b", "a: %b", "a: *b", "a: &b", "a: &b 1\nc: *b", "a: !x 1", "a: !!str 1", "a: !!int x", "a: !!binary aGk=", "a: !!set {b}", "a: - b", "- a", "a", "42", "a:\n- b\n c", "a:\n  - b\n- c",
        "a: |\n b\n\tc", "a: >\nb", "a: 'b'c", "a: 2025-02-30", "a: 2025-13-01", "a: 99999999999999999999", "a: \u0007", "a: \u007F", "a: b\rc: d", "a: \uFEFFb", "a: \u2028b", "? a\n: b", "? [a]\n: b", "[a]: b", "a:\n  ? b\n  : c", "a: 1\n  b: 2", "a : 1", "a:1",
        "\"a\": 1", "'a: 1", "a: 'b\nc'", "a: b\n...", "a: b\n...\nc: d", "%YAML 1.1", "<<: {a: 1}\nb: 2", "a: &x {b: 1}\nc:\n  <<: *x", "a:\n  1: b\n  true: c", "1: b", "a: ~", "~: a", "a: {? b : c}", "a: \"\\ud800\"", "a: \"\\x41\"", "#", "",
"a: 1\n\tb: 2", "a:\n\t- b", "a: 1\n\t# c", "\t# c\na: 1", "\t\na: 1", "a: [\n\tb]", "-\ta: 1", "a:\n  -\tb: 1", "a:\n  - b\n\t- c", "a: b\n\tc", "a: 1\t# c", "a\t: 1", "a: {\n\tb: 1}", "a:\n  b: 1\n\tc: 2",
        "a: !!bool x", "a: !!bool yes", "a: !!null x", "a: !!null ~", "a: !!float x", "a: !!float 1", "a: !!float 1.5", "a: !!int 1.5", "a: !!int 0x1F", "a: !!int \"1\"", "a: !!timestamp x", "a: !!timestamp 2025-02-14", "a: !!seq {}", "a: !!map []", "a: !!seq []", "a: !!str yes",
    ];

    private static readonly string[] Toml =
    [
        "a = 1", "a = 1\na = 2", "a = 1\nA = 2", "a = 1\n\"a\" = 2", "a.b = 1\na.b = 2", "a = 1\na.b = 2", "a.b = 1\na = 2", "[a]\n[a]", "[a]\nb = 1\n[a.b]", "[a.b]\n[a]", "[a.b]\n[a]\nb = 1", "[a]\n[[a]]", "[[a]]\n[a]", "[[a]]\n[a.b]\n[[a]]\n[a.b]", "a = []\n[[a]]", "a = {}\n[a.b]",
        "a = {b = 1}\na.c = 2", "a.b = 1\n[a]", "a.b = 1\n[a.c]", "[a]\nb.c = 1\n[a.b]", "[a]\nb.c = 1\n[a.b.d]", "[a.b.c]\n[a]\nb.d = 1", "[a.b]\nx = 1\n[a]\nb.y = 2", "[[a.b]]\n[a]\nb = 1", "[[a]]\n[[a.b]]\n[a.b]", "a = {b.c = 1, b.d = 2}", "a = {b = 1, b.c = 2}", "a = {b = {c = 1}, b.d = 2}", "[a]\n[b]\n[a.c]\n[a]", "[a.b]\n[a.b.c]\n[a]",
        "a = {b = 1,}", "a = {b = 1\n}", "a = [1,\n2,]", "a = [,]", "a = [1 2]", "a = [1, 'b']", "a = 'b", "a = \"b", "a = \"\\q\"", "a = \"\\e\"", "a = \"\\x41\"", "a = \"\\ud800\"", "a = '''b", "a = \"\"\"b\"\"\"\"\"\"", "a = 'b\nc'", "a = \"\u0007\"", "a = \"\u007F\"", "a = 1 # \u0007", "a = 1 #\u0080", "a = \"\t\"", "a = 1\rb = 2", "a = 1 b = 2", "a = ", "a", "a = b", "a: 1", "= 1", "a b = 1", "a. b = 1", "a..b = 1", "'' = 1", "[]", "[ a ]", "[a . b]", "[a]]", "[[a]", "[ [a] ]", "é = 1", "'é' = 1", "\"\"\"a\"\"\" = 1", "[a] b = 1",
        "a = 01", "a = +1", "a = 1_000", "a = 1__0", "a = _1", "a = 1_", "a = 1.", "a = .5", "a = 1.5e3", "a = 1e", "a = 0x1F", "a = 0X1F", "a = -0x1", "a = +0o7", "a = 0x", "a = 9223372036854775808", "a = 1e999", "a = inf", "a = -nan", "a = Inf", "a = True", "a = 00.5", "a = 1e+_1", "a = 0b2", "a = 0xFFFFFFFFFFFFFFFF",
        "a = 2025-02-30", "a = 2025-13-01", "a = 2025-2-1", "a = 2025-02-14T24:00:00", "a = 2025-02-14T23:59:60", "a = 2025-02-14T02:45", "a = 2025-02-14T02:45:45+25:00", "a = 2025-02-14T02:45:45+8:00", "a = 2025-02-14T02:45:45.", "a = 2025-02-14T02:45:45.1234567890", "a = 02:45", "a = 2025-02-14  02:45:45", "a = 2025-02-14T", "a = 2025-02-14 ", "a = 2024-02-29", "a = 0000-01-01", "a = 02:45:45Z", "a = 2025-02-14T02:45:45z", "a = 2025-02-14T02:45:45+08:60", "a = 2025-02-14T02:45:45-23:59", "a = 2025-02-14T02:45:45+24:00", "a = -1e999", "a = 1e-999",
        "[a.b.c]\n[a]\nb.d = 1\nb.c.e = 1",
        "\uFEFFa = 1", "", "#",
    ];

    private static readonly string[] Json =
    [
        "{}", "{\"a\": 1}", "{\"a\": 1, \"a\": 2}", "{\"a\": 1,}", "{\"a\": [1,]}", "{,}", "{a: 1}", "{'a': 1}", "{\"a\": 'b'}", "{\"a\" 1}", "{\"a\": }", "{\"a\": 01}", "{\"a\": +1}", "{\"a\": .5}", "{\"a\": 1.}", "{\"a\": 1e5}", "{\"a\": 1e999}", "{\"a\": 0x1}", "{\"a\": NaN}", "{\"a\": True}", "{\"a\": nul}", "{\"a\": \"b\nc\"}", "{\"a\": \"b\tc\"}", "{\"a\": \"\\q\"}", "{\"a\": \"\\u12\"}",
        "{\"a\": \"\\ud800\"}", "{\"a\": \"\u0007\"}", "{\"a\": \"\u007F\"}", "{\"a\": 1 /* b */}", "{\"a\": 1 // b\n}", "{\"a\": 1 \"b\": 2}", "{\"a\": [1}", "{\"a\": {}", "{\"a\": 1\r, \"b\": 2}", "{\"a\": \"\uFEFF\"}", "{ \"a\": 1 \u00A0}", "{\"\": 1}", "{\"a\\u0000\": 1}", "{1: 2}", "{\"a\": \"b}", "{\"a\": 123456789012345678901234567890}",
    ];

    private const string OtherTag = "No type of some program is made of a text.";

    /// <summary>Where the two differ, and why that is left so.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["---\na: !x 1\n---\n"] = OtherTag,
        ["---\na: !!binary aGk=\n---\n"] = OtherTag,
        ["---\na: !!set {b}\n---\n"] = OtherTag,
        ["---\na: \uFEFFb\n---\n"] = "A byte order mark inside a text is not seen, and mostly an accident.",
        ["+++\na = 2025-02-14T23:59:60\n+++\n"] = "No date of ours has a leap second.",
        ["+++\na = 0000-01-01\n+++\n"] = "No date of ours has a year 0.",
        ["{\"a\": \"\\ud800\"}\n"] = "Half a character is no text; Go puts a replacement mark.",
    };

    [Fact]
    public void What_Hugo_refuses_to_read_is_refused_and_what_it_takes_is_read()
    {
        Programs.RequireHugo();
        var texts = Yaml.Select(yaml => $"---\n{yaml}\n---\n").Concat(Toml.Select(toml => $"+++\n{toml}\n+++\n")).Concat(Json.Select(json => json + "\n")).ToList();
        var differing = texts.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(text => (Text: text, Hugo: RefusalOfHugo(text), Ours: FrontMatter.Read(text).Error))
            .Where(each => each.Hugo is null != each.Ours is null).ToList();

        foreach (var (text, hugo, ours) in differing)
            output.WriteLine($"{System.Text.Json.JsonSerializer.Serialize(text)}: Hugo {hugo ?? "takes it"}; here {ours?.Detail ?? "read"}");
        Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), differing.Select(each => each.Text).Order(StringComparer.Ordinal));
    }

    /// <summary>The first line of Hugo's complaint; null where it builds.</summary>
    private static string? RefusalOfHugo(string text)
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-refusal-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "content"));
            File.WriteAllText(Path.Combine(folder, "hugo.toml"), "baseURL = \"https://news.example/\"\ndisableKinds = [\"home\", \"taxonomy\", \"term\", \"section\", \"RSS\", \"sitemap\", \"robotsTXT\", \"404\"]\n");
            File.WriteAllText(Path.Combine(folder, "content", "p.md"), text);
            var start = new ProcessStartInfo(Programs.RequireHugo(), ["--buildDrafts", "--buildFuture", "--renderToMemory"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            using var hugo = Process.Start(start)!;
            var said = hugo.StandardOutput.ReadToEndAsync();
            var complained = hugo.StandardError.ReadToEnd();
            hugo.WaitForExit();
            return hugo.ExitCode == 0 ? null : (complained + said.Result).Split('\n')[0];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
