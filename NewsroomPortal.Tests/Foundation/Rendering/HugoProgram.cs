using System.Diagnostics;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Rendering;

/// <summary>What the real hugo makes of texts, in one build of a site that shows nothing but their content.</summary>
internal static class HugoProgram
{
    /// <summary>Without it hugo would write no file for a text of which nothing is left.</summary>
    private const string End = "THE END";

    /// <param name="texts">Bodies, none of which may call an unknown shortcode.</param>
    /// <param name="markup">The site's <c>[markup]</c> tables, TOML.</param>
    public static async Task<IReadOnlyList<string>> Render(IReadOnlyList<string> texts, string markup = "")
    {
        var hugo = Programs.RequireHugo();
        var site = Directory.CreateTempSubdirectory("parity-");
        try
        {
            WriteSite(site.FullName, texts, markup);
            await Build(hugo, site.FullName);
            return [.. Enumerable.Range(0, texts.Count).Select(i => File.ReadAllText(Path.Combine(site.FullName, "public", $"d{i}.html"))[..^End.Length])];
        }
        finally
        {
            site.Delete(recursive: true);
        }
    }

    private static void WriteSite(string site, IReadOnlyList<string> texts, string markup)
    {
        Directory.CreateDirectory(Path.Combine(site, "content"));
        Directory.CreateDirectory(Path.Combine(site, "layouts", "_default"));
        File.WriteAllText(Path.Combine(site, "layouts", "_default", "single.html"), "{{ .Content }}" + End);
        File.WriteAllText(Path.Combine(site, "config.toml"), $"""
            baseURL = "http://site.test/"
            uglyURLs = true
            disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
            {markup}
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
