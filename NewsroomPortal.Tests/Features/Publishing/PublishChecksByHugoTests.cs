using System.Diagnostics;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Tests.Features.Articles;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Publishing;

/// <summary>What is refused is what the real program fails on, leaves out or leaves undated, with templates that read fields as the newsroom's theme does.</summary>
public sealed class PublishChecksByHugoTests : IAsyncLifetime
{
    private StaffedNewsroom _newsroom = null!;

    public async ValueTask InitializeAsync() => _newsroom = await StaffedNewsroom.Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Theory]
    [InlineData("tags: [a]", "", "there")]
    [InlineData("tags: a", "", "fails")]
    [InlineData("categories: \"a b\"", "", "fails")]
    [InlineData("desks: a", "", "fails")]
    [InlineData("desks: [a]", "", "there")]
    [InlineData("widgets: search", "", "fails")]
    [InlineData("widgets: [search, weather]", "", "fails")]
    [InlineData("widgets: [search, own]", "", "there")]
    [InlineData("url: https://news.example/a/", "", "fails")]
    [InlineData("url: /a/", "", "there")]
    [InlineData("draft: true", "", "left out")]
    [InlineData("draft: \"true\"", "", "left out")]
    [InlineData("draft: 1", "", "left out")]
    [InlineData("draft: \"yes\"", "", "there")]
    [InlineData("draft: true", "buildDrafts = true", "there")]
    [InlineData("publishDate: 2099-01-01", "", "left out")]
    [InlineData("publishDate: 2099-01-01", "buildFuture = true", "there")]
    [InlineData("expiryDate: 2001-01-01", "", "left out")]
    [InlineData("expiryDate: 2001-01-01", "buildExpired = true", "there")]
    public async Task Refuses_what_Hugo_fails_on_or_leaves_out(string field, string settings, string outcome)
    {
        var hugo = Programs.RequireHugo();
        Put("hugo.toml", $"timeZone = \"Asia/Hong_Kong\"\n{settings}\n[taxonomies]\ntag = \"tags\"\ncategory = \"categories\"\ndesk = \"desks\"\n");
        string[] reading = ["{{ range .Params.tags }}{{ . }}{{ end }}", "{{ range .Params.categories }}{{ . }}{{ end }}", "{{ range .Params.desks }}{{ . }}{{ end }}"];
        Put("layouts/_default/single.html", string.Concat(reading) + "{{ range .Params.widgets }}{{ partial (printf \"widgets/%s.html\" .) $ }}{{ end }}");
        Put("layouts/partials/widgets/search.html", "");
        Put("layouts/partials/widgets/own.html", "");
        Put("layouts/index.html", "{{ len .Site.RegularPages }}");
        var text = $"---\ntitle: a\ndate: \"2026-03-01 09:00:00\"\n{field}\n---\n內文。\n";
        Put("content/post/a.md", text);

        var isBuilt = Run(hugo) == 0;

        Assert.Equal(outcome, !isBuilt ? "fails" : await File.ReadAllTextAsync(Path.Combine(_newsroom.Site, "public", "index.html"), TestContext.Current.CancellationToken) == "1" ? "there" : "left out");
        Assert.Equal(outcome == "there", _newsroom.Get<PublishChecks>().Refusal(text) is null);
    }

    private int Run(string hugo)
    {
        using var process = Process.Start(new ProcessStartInfo(hugo, ["--quiet", "--disableKinds", "taxonomy,term,section,RSS,sitemap,robotsTXT,404"])
        {
            WorkingDirectory = _newsroom.Site,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private void Put(string name, string text)
    {
        var path = Path.Combine(_newsroom.Site, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
