using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>The real program reads what was written as it was meant, in one build of a site made for it.</summary>
public sealed class HugoItselfTests : IDisposable
{
    private static readonly string[] Styles = ["x: plain", "x: 'single'", "x: \"double\"", "x: |\n  literal", "x: >\n  folded", "x: [a]", "x:\n  - a"];

    private readonly string folder = Directory.CreateTempSubdirectory("newsroom-hugo-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Reads_every_hostile_value_exactly_as_it_was_set()
    {
        Programs.RequireHugo();
        var values = Values("frontmatter/injection.jsonl", "value").Concat(Values("strings/blns.jsonl", "s")).Concat(Values("strings/unicode.jsonl", "s")).ToList();
        var expected = new Dictionary<string, string>();
        foreach (var (number, value) in values.Index())
        {
            var text = $"---\n{Styles[number % Styles.Length]}\nafter: kept\n---\nbody\n";
            var front = FrontMatter.Read(text);
            text = front.Set("x", new FieldValue.Text(value)).Change!.Apply(text);
            text = FrontMatter.Read(text).Set("list", new FieldValue.Items([value, "b"])).Change!.Apply(text);
            expected[Put(text)] = value;
        }

        var pages = Build();

        Assert.Equal(expected.Count, pages.Count);
        Assert.All(pages, page =>
        {
            Assert.Equal(expected[page.Key], page.Value.GetProperty("x").GetString());
            Assert.Equal([expected[page.Key], "b"], page.Value.GetProperty("list").EnumerateArray().Select(item => item.GetString()));
            Assert.Equal("kept", page.Value.GetProperty("after").GetString());
        });
    }

    [Fact]
    public void Takes_unquoted_values_for_what_this_room_does()
    {
        Programs.RequireHugo();
        string[] written =
        [
            "yes", "No", "y", "n", "on", "OFF", "TRUE", "tRue", "0123", "089", "0x1F", "0o17", "-0b11", "+7", "1_000", "1.5", "1.", ".5", "1e3", "1e-3", "1:30", "~",
            "null", "Null", "nUll", "12345678901234567890", "-5", "2025-02-14", "2025-02-14 02:45:45", "1.2.3", "0x", "0b2", "_1", "1__0", "=",
        ];
        var expected = written.ToDictionary(value => Put($"---\nx: {value}\n---\n"), value => FrontMatter.Read($"---\nx: {value}\n---\n")["x"]!);

        var pages = Build();

        Assert.Equal(expected.Count, pages.Count);
        Assert.All(pages, page =>
        {
            var ours = expected[page.Key];
            var theirs = page.Value.TryGetProperty("x", out var value) ? value : default;
            Assert.Equal(theirs.ValueKind switch
            {
                JsonValueKind.True or JsonValueKind.False => (ValueKind.Switch, theirs.GetBoolean() ? "true" : "false"),
                JsonValueKind.Number => (ValueKind.Number, Number(theirs.GetRawText())),
                JsonValueKind.String => (ours.Kind == ValueKind.Date ? ValueKind.Date : ValueKind.Text, theirs.GetString()),
                _ => (ValueKind.Null, ""),
            }, (ours.Kind, ours.Text));
        });
    }

    /// <summary>Without what only one of the two would write: 1e+03.</summary>
    private static string Number(string raw) =>
        decimal.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private string Put(string text)
    {
        var content = Directory.CreateDirectory(Path.Combine(folder, "content", "post")).FullName;
        var name = $"p{Directory.GetFiles(content).Length}";
        File.WriteAllBytes(Path.Combine(content, name + ".md"), new HugoFile(FileShape.New, text).ToBytes());
        return name;
    }

    private Dictionary<string, JsonElement> Build()
    {
        SiteFolder.Prepare(folder, "Test", new Uri("https://news.example/"), "Asia/Hong_Kong");
        var layouts = Directory.CreateDirectory(Path.Combine(folder, "layouts")).FullName;
        File.WriteAllText(Path.Combine(layouts, "index.html"),
            "{{ $all := dict }}{{ range .Site.RegularPages }}{{ $all = merge $all (dict .File.BaseFileName .Params) }}{{ end }}{{ $all | jsonify | safeHTML }}");
        var start = new ProcessStartInfo(Programs.RequireHugo(), ["--quiet", "--disableKinds", "taxonomy,term,section,RSS,sitemap,robotsTXT,404"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var hugo = Process.Start(start)!;
        var said = hugo.StandardOutput.ReadToEndAsync();
        var complained = hugo.StandardError.ReadToEnd();
        hugo.WaitForExit();
        Assert.True(hugo.ExitCode == 0, complained + said.Result);
        return JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "public", "index.html"))).RootElement.EnumerateObject()
            .ToDictionary(page => page.Name, page => page.Value);
    }

    private static IEnumerable<string> Values(string file, string name) =>
        File.ReadLines(SharedFolder.Require("material", file)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty(name).GetString()!);
}
