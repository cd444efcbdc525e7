using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Tests.Features.Articles;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Publishing;

/// <summary>A text that passes is built by the real program, and one that is refused is not, or would ask another server.</summary>
public sealed class ShortcodesByHugoTests : IAsyncLifetime
{
    private const string Front = "---\ntitle: a\ndate: \"2026-03-01 09:00:00\"\nfoo: bar\nnothing: false\nzero: 0\nlist: [a, b]\nmap:\n  key: v\n---\n";

    private const int FrontLines = 10;

    private StaffedNewsroom _newsroom = null!;

    /// <summary>Each with the line, from 1, that is named.</summary>
    private static readonly (string Text, int Line)[] Refused =
    [
        ("{{< unknown >}}", 1), ("甲\n\n{{< up >}}", 3), ("{{< a/>}}", 1), ("{{< a />}}", 1), ("{{< a-b >}}", 1), ("{{< -a >}}", 1), ("{{< >}}", 1), ("{{% %}}", 1), ("{{< x 1 >}}", 1), ("{{< comment >}}x{{< /comment >}}", 1),
        ("{{< i >}}x", 1), ("{{< a >}}\n{{< /a >}}", 2), ("{{< cm >}}x{{< /cm >}}", 1), ("{{< plain >}}x{{< /plain >}}", 1), ("{{< i >}}x{{< /i >}}\n{{< /i >}}", 2), ("甲\n{{< /i >}}", 2),
        ("{{< i >}}\n{{< unknown >}}\n{{< /i >}}", 2), ("{{< figure src=\"x\" >}}{{< /figure >}}", 1), ("{{< highlight go >}}", 1),
        ("{{< a x y=1 >}}", 1), ("{{< a y=1 x >}}", 1), ("{{< a y=1 \"x\" >}}", 1), ("{{< a \"x\" y=1 >}}", 1), ("{{< a y=\"1\n2\" >}}", 1), ("{{< a y=`1 >}}", 1), ("{{< a \"x >}}", 1), ("{{< a", 1), ("{{< a\n\n", 1), ("{{< a %}}", 1), ("{{% a >}}", 1),
        ("{{< a <b> >}}", 1), ("{{< a c/d >}}", 1), ("{{< a.b >}}", 1), ("{{</* a >}}", 1), ("{{</*/>}}", 1), ("{{< /* a */ >}}", 1), ("{{< a b=c>}}", 1), ("{{< a \\`b\\` >}}", 1), ("`{{< unknown >}}`", 1), ("```\n{{< unknown >}}\n```", 2), ("{{{{< unknown >}}}}", 1),
        ("{{< param nothing >}}", 1), ("{{< param zero >}}", 1), ("{{< param missing >}}", 1), ("{{< param >}}", 1), ("{{< param \"map.none\" >}}", 1), ("{{< param name=foo >}}", 1), ("{{< param \"P.q\" >}}", 1),
        ("{{< ref missing >}}", 1), ("甲\n[乙]({{< relref \"../../secret\" >}})", 2), ("{{< ref >}}", 1), ("{{< ref \"/post/missing.md#a\" >}}", 1), ("{{< ref \"https://example.org/a\" >}}", 1), ("{{< ref twice >}}", 1), ("{{< ref \"/twice\" >}}", 1),
        ("{{< gist user=a id=b >}}", 1), ("{{< highlight >}}x{{< /highlight >}}", 1), ("{{< highlight lang=go >}}x{{< /highlight >}}", 1), ("{{< instagram x >}}", 1), ("{{< tweet >}}", 1), ("{{< tweet user=a >}}", 1),
    ];

    private static readonly string[] Passing =
    [
        "{{< a >}}", "{{<a>}}", "{{% a %}}", "{{< i />}}", "{{< i >}}x{{< /i >}}", "{{% i %}}**x**{{% /i %}}", "{{< i >}}x{{% /i %}}", "{{< n/c >}}", "{{< Up >}}", "{{< v >}}", "{{< t >}}", "{{< w >}}x{{< /w >}}", "{{< themed >}}", "{{< i >}}{{< i >}}{{< a >}}{{< /i >}}{{< /i >}}",
        "{{< a\n\nb=1 >}}", "{{< a y=`1\n2` >}}", "{{< a b=<c> >}}", "{{< a b=c/d >}}", "{{< a c.d 中 -1 >}}", "{{< a \"b \\\" c\" >}}", "{{< a b=\\\"c\\\" >}}", "{{< a \\\"c\\\" >}}", "{{< a\t>}}", "{{< a b = \"c\" >}}", "{{{{< a >}}}}", "`{{< a >}}`",
        "{{</* unknown */>}}", "{{%/* unknown */%}}", "{{ readDir \"/\" }}", "{{\u200b< unknown >}}", "&#123;&#123;< unknown >}}", "{{", "}} {{",
        "{{< param foo >}}", "{{< param FOO >}}", "{{< param \"map.key\" >}}", "{{< param list >}}", "{{< param title >}}", "{{< param p >}}", "{{< param \"p2.q\" >}}",
        "{{< ref b >}}", "{{< ref \"b.md\" >}}", "{{< ref \"B.MD\" >}}", "{{< ref \"/post/b\" >}}", "{{< relref \"post/b.md#x\" >}}", "{{< ref \"#x\" >}}", "{{< ref path=\"../post/b\" >}}", "{{< ref \"/post\" >}}", "{{< ref \"/\" >}}", "{{< ref bundle >}}", "{{< ref \"bundle/index.md\" >}}", "{{< ref \"Bundle/Index.md\" >}}", "{{< ref \"Post/B.md\" >}}", "{{< ref \"/one/twice.md\" >}}", "{{< ref \"/tags\" >}}", "{{< ref \"/one/twice\" >}}",
        "{{< gist a b >}}", "{{< youtube x >}}", "{{< youtube id=\"x\" class=\"y\" autoplay=\"true\" >}}", "{{< vimeo id=1 >}}", "{{< figure src=a >}}", "{{< highlight go \"linenos=table\" >}}x{{< /highlight >}}",
    ];

    public async ValueTask InitializeAsync()
    {
        _newsroom = await StaffedNewsroom.Open();
        Put("hugo.toml", "theme = \"plain\"\nthemesDir = \"looks\"\n[params]\np = \"P\"\n[params.p2]\nq = 1\n");
        Put("layouts/_default/single.html", "{{ .Content }}");
        Put("layouts/shortcodes/a.html", "[a]");
        Put("layouts/shortcodes/i.html", "[i {{ .Inner }}]");
        Put("layouts/shortcodes/n/c.html", "[c]");
        Put("layouts/shortcodes/Up.html", "[Up]");
        Put("layouts/shortcodes/v.en.html", "[v]");
        Put("layouts/shortcodes/t.txt", "[t]");
        Put("layouts/shortcodes/cm.html", "{{/* .Inner */}}[cm]");
        Put("layouts/shortcodes/plain.html", ".Inner");
        Put("layouts/shortcodes/w.html", "{{ with .Page }}{{ $.Inner }}{{ end }}");
        Put("looks/plain/layouts/shortcodes/themed.html", "[themed]");
        foreach (var page in new[] { "post/b.md", "bundle/index.md", "one/twice.md", "two/twice.md" })
        {
            Put("content/" + page, "---\ntitle: b\n---\n文\n");
        }
    }

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public void What_is_refused_fails_the_build_and_names_its_line()
    {
        var hugo = Programs.RequireHugo();
        foreach (var (text, line) in Refused)
        {
            AssertLine(text, line);
            Assert.True(Build(hugo, text) != 0, text);
        }
    }

    [Fact]
    public void What_passes_is_built()
    {
        var hugo = Programs.RequireHugo();
        foreach (var text in Passing)
        {
            Assert.Equal((text, null), (text, Publish(text)?.ToString()));
        }
        Assert.Equal(0, Build(hugo, Passing));
    }

    /// <summary>Each is either refused by its line, or built.</summary>
    [Fact]
    public void Each_shared_injection_is_refused_by_its_line_or_built()
    {
        var hugo = Programs.RequireHugo();
        var texts = File.ReadLines(SharedFolder.Require("material", "hugo", "shortcodes.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("s").GetString()!).ToList();
        var passing = texts.Where(text => Publish(text) is null).ToList();
        Assert.Equal(["{{</* ok */>}}", "{{ readDir \"/\" }}", "&#123;&#123;< x >}}", "{{\u200b< x >}}"], passing);
        Assert.Equal(0, Build(hugo, [.. passing]));
        foreach (var text in texts.Except(passing))
        {
            AssertLine(text, 1);
        }
    }

    [Fact]
    public void Crossed_tags_are_refused_although_Hugo_closes_the_wrong_one() => AssertLine("{{< i >}}{{< w >}}\n{{< /i >}}{{< /w >}}", 2);

    [Fact]
    public void Where_a_theme_is_not_in_the_folder_unknown_names_pass_but_no_broken_tags()
    {
        Put("hugo.toml", "theme = \"elsewhere\"\n");
        Assert.Null(Publish("{{< unknown >}} {{< other >}}x{{< /other >}}"));
        AssertLine("甲\n{{< unknown", 2);
    }

    [Fact]
    public void A_megabyte_of_tags_is_checked_at_once()
    {
        var started = Stopwatch.GetTimestamp();
        Assert.Equal("rendering.shortcode.deep", Publish(string.Concat(Enumerable.Repeat("{{< i >}}", 100_000)))?.Word);
        Assert.Null(Publish(string.Concat(Enumerable.Repeat("{{< i >}}{{< a x=1 >}}{{< /i >}}", 30_000))));
        Assert.NotNull(Publish(string.Concat(Enumerable.Repeat("{{< a \"", 140_000))));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Neither_submitted_nor_approved()
    {
        var id = await _newsroom.Draft();
        await _newsroom.Append(id, StaffedNewsroom.Mei, "\n{{< unknown >}}\n");
        var outcome = await _newsroom.Reviewer.Submit(StaffedNewsroom.Mei, id, await _newsroom.Head(id));
        Assert.Equal("rendering.shortcode.unknown", outcome.Refusal?.Word);

        Put("layouts/shortcodes/unknown.html", "");
        Assert.True((await _newsroom.Reviewer.Submit(StaffedNewsroom.Mei, id, await _newsroom.Head(id))).IsDone);
        File.Delete(Path.Combine(_newsroom.Site, "layouts/shortcodes/unknown.html"));
        outcome = await _newsroom.Reviewer.Approve(StaffedNewsroom.Lok, id, await _newsroom.Head(id));
        Assert.Equal("rendering.shortcode.unknown", outcome.Refusal?.Word);
    }

    private NewsroomPortal.Foundation.Audit.Refusal? Publish(string body) => _newsroom.Get<PublishChecks>().Refusal(Front + body + "\n");

    private void AssertLine(string body, int line)
    {
        var refusal = Publish(body);
        Assert.Equal((body, line + FrontLines), (body, Convert.ToInt32(refusal?.Values[0], CultureInfo.InvariantCulture)));
    }

    private int Build(string hugo, params string[] bodies)
    {
        var folder = Path.Combine(_newsroom.Site, "content", "tried");
        Directory.CreateDirectory(folder);
        for (var i = 0; i < bodies.Length; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"page{i}.md"), Front + bodies[i] + "\n");
        }
        using var process = Process.Start(new ProcessStartInfo(hugo, ["--quiet", "--disableKinds", "taxonomy,term,section,home,RSS,sitemap,robotsTXT,404"])
        {
            WorkingDirectory = _newsroom.Site,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        Directory.Delete(folder, recursive: true);
        return process.ExitCode;
    }

    private void Put(string name, string text)
    {
        var path = Path.Combine(_newsroom.Site, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
