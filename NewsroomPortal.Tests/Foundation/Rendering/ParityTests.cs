using System.Diagnostics;
using System.Text;
using NewsroomPortal.Foundation.Rendering;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Rendering;

public sealed class ParityTests
{
    [Fact]
    public async Task The_specs_and_their_mixtures_are_what_the_hugo_program_makes_of_them()
    {
        var hugo = Programs.RequireHugo();
        var site = Directory.CreateTempSubdirectory("parity-");
        try
        {
            var texts = Texts();
            WriteSite(site.FullName, texts);
            await Build(hugo, site.FullName);
            var renderer = new MarkdownRenderer();
            var differences = new StringBuilder();
            for (var i = 0; i < texts.Count; i++)
            {
                var theirs = await File.ReadAllTextAsync(Path.Combine(site.FullName, "public", $"d{i}.html"), TestContext.Current.CancellationToken);
                var ours = renderer.ToHtml(texts[i]);
                if (Joined(theirs) != Joined(ours))
                    differences.Append("--- ").AppendLine(texts[i]).Append("--- hugo: ").AppendLine(theirs).Append("--- ours: ").AppendLine(ours);
            }
            Assert.Equal("", differences.ToString());
        }
        finally
        {
            site.Delete(recursive: true);
        }
    }

    /// <summary>Each example alone, inside a quote and inside a list item, and each spec as one text.</summary>
    private static List<string> Texts() =>
    [
        .. SpecExamples.All.Select(example => example.Markdown),
        .. SpecExamples.All.Select(example => Indent(example.Markdown, "> ", "> ")),
        .. SpecExamples.All.Select(example => Indent(example.Markdown, "- ", "  ")),
        .. SpecExamples.All.GroupBy(example => example.Place.Split(':')[0]).Select(spec => string.Join('\n', spec.Select(example => example.Markdown))),
    ];

    /// <summary>Line feeds between tags have no meaning.</summary>
    private static string Joined(string html) => html.Trim().Replace(">\n<", "><", StringComparison.Ordinal);

    private static string Indent(string markdown, string first, string others) =>
        first + markdown.TrimEnd('\n').Replace("\n", "\n" + others, StringComparison.Ordinal) + "\n";

    private static void WriteSite(string site, List<string> texts)
    {
        Directory.CreateDirectory(Path.Combine(site, "content"));
        Directory.CreateDirectory(Path.Combine(site, "layouts", "_default"));
        File.WriteAllText(Path.Combine(site, "layouts", "_default", "single.html"), "{{ .Content }}");
        File.WriteAllText(Path.Combine(site, "config.toml"), """
            baseURL = "http://site.test/"
            uglyURLs = true
            disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
            """);
        for (var i = 0; i < texts.Count; i++)
            File.WriteAllText(Path.Combine(site, "content", $"d{i}.md"), "---\ntitle: x\n---\n" + texts[i]);
    }

    private static async Task Build(string hugo, string site)
    {
        using var process = Process.Start(new ProcessStartInfo(hugo, ["--quiet", "-s", site]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors + await output);
    }
}
