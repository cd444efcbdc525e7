using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsroomPortal.Foundation.Settings;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class WholeJobTests(WholeJob job) : IClassFixture<WholeJob>
{
    [Fact]
    public async Task What_a_journalist_wrote_and_an_editor_approved_lies_in_the_site_byte_for_byte()
    {
        await job.Done();

        var file = Assert.Single(Directory.GetFiles(Path.Combine(job.Site, "content"), "*", SearchOption.AllDirectories));
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(bytes);
        var date = text.Split('\n').Single(line => line.StartsWith("date: ", StringComparison.Ordinal))[7..^1];

        var written = InHongKong(DateTime.ParseExact(date, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        Assert.InRange(written, job.Began.AddSeconds(-1), job.Ended);
        Assert.Equal($"content/post/{date[..4]}/{date[5..7]}/{date[..10].Replace("-", "", StringComparison.Ordinal)}-1.md", Path.GetRelativePath(job.Site, file).Replace('\\', '/'));
        Assert.Equal(Expected(date), text);
        Assert.Equal(Encoding.UTF8.GetBytes(Expected(date)), bytes);
    }

    [Fact]
    public async Task Hugo_builds_the_page_of_what_was_published()
    {
        var hugo = Programs.RequireHugo();
        await job.Done();
        // What the newsroom's theme would bring.
        Directory.CreateDirectory(Path.Combine(job.Site, "layouts", "_default"));
        await File.WriteAllTextAsync(Path.Combine(job.Site, "layouts", "_default", "single.html"), "<h1>{{ .Title }}</h1>{{ .Content }}", TestContext.Current.CancellationToken);

        using var build = Process.Start(new ProcessStartInfo(hugo, ["--source", job.Site]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var told = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(build.ExitCode == 0, told);
        var page = Assert.Single(Directory.GetFiles(Path.Combine(job.Site, "public", "post"), "index.html", SearchOption.AllDirectories));
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains($"<h1>{WholeJob.Title}</h1>", html, StringComparison.Ordinal);
        Assert.Contains("""<p><a href="https://pictures.example.hk/2026/ferry.jpg"><img src="https://pictures.example.hk/2026/ferry_620.jpg" alt="">""", html, StringComparison.Ordinal);
        Assert.Contains(WholeJob.Mended, html, StringComparison.Ordinal);
    }

    private static DateTimeOffset InHongKong(DateTime local) => new(local, new NewsroomSettings().Zone.GetUtcOffset(local));

    private static string Expected(string date) => $"""
        ---
        title: "{WholeJob.Title}"
        date: "{date}"
        summary: ""
        categories:
          - "港聞"
        lang:
          - "zh-HK"
        translations:
          - "zh-HK"
        tags:
          - "渡輪"
        menu: ""
        thumbnail: ""
        lead: "{WholeJob.Lead}"
        comments: false
        authorbox: false
        pager: true
        toc: false
        mathjax: false
        sidebar: "right"
        widgets:
          - "search"
          - "recent"
          - "taglist"
        ---
        {WholeJob.FirstParagraph}

        {WholeJob.Picture}

        {WholeJob.LeadIn}

        {WholeJob.Mended}

        """.ReplaceLineEndings("\n");
}
