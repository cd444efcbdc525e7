using System.Diagnostics;
using System.Globalization;
using NewsroomPortal.Tests.Features.Articles;
using NewsroomPortal.Tests.Support;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Publishing;

/// <summary>What Hugo itself makes of the site folder that the portal keeps.</summary>
public sealed class HugoBuildTests : IAsyncLifetime
{
    private const string Page = "public/post/2026/03/20260302-1/index.html";

    private StaffedNewsroom _newsroom = null!;

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task Hugo_builds_a_new_site_with_what_is_published_and_drops_what_is_withheld()
    {
        var hugo = Programs.RequireHugo();
        var layouts = Directory.CreateDirectory(Path.Combine(_newsroom.Site, "layouts", "_default"));
        File.WriteAllText(Path.Combine(layouts.FullName, "single.html"), "{{ .Title }}|{{ .Date.UTC.Format \"2006-01-02 15:04:05\" }}|{{ .Content }}");

        var id = await _newsroom.Published();
        await Build(hugo);
        var page = File.ReadAllText(Path.Combine(_newsroom.Site, Page));
        Assert.StartsWith("港島線今早恢復正常|2026-03-02 01:00:00|<p>列車服務今早七時回復正常。</p>", page, StringComparison.Ordinal);

        await Done(_newsroom.Publisher.Withhold(Lok, id, "法律意見"));
        await Build(hugo);
        Assert.False(File.Exists(Path.Combine(_newsroom.Site, Page)));
    }

    /// <summary>At the newsroom's own time, so that the story is not one of the future for Hugo.</summary>
    private async Task Build(string hugo)
    {
        var start = new ProcessStartInfo(hugo, ["--source", _newsroom.Site, "--cleanDestinationDir", "--clock", _newsroom.House.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(told));
    }
}
