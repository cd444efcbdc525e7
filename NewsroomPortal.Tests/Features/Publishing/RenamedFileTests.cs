using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Shell.Commands.Checking;
using NewsroomPortal.Tests.Features.Articles;
using NewsroomPortal.Tests.Support;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Publishing;

public sealed class RenamedFileTests : IAsyncLifetime
{
    private const string Old = "content/post/a.md";
    private const string New = "content/news/b.md";

    private StaffedNewsroom _newsroom = null!;

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Theory]
    [InlineData("---\ntitle: 題\n---\n文\n", "---\ntitle: 題\naliases:\n  - /post/a/\n---\n文\n")]
    [InlineData("---\r\ntitle: 題\r\naliases:\r\n  - \"/old/\"\r\n---\r\n文\r\n", "---\r\ntitle: 題\r\naliases:\r\n  - \"/old/\"\r\n  - \"/post/a/\"\r\n---\r\n文\r\n")]
    [InlineData("+++\ntitle = '題'\naliases = ['/old/']\n+++\n文\n", "+++\ntitle = '題'\naliases = ['/old/', '/post/a/']\n+++\n文\n")]
    [InlineData("{\"title\": \"題\", \"aliases\": [\"/old/\"]}\n文\n", "{\"title\": \"題\", \"aliases\": [\"/old/\", \"/post/a/\"]}\n文\n")]
    [InlineData("---\naliases: [/news/b, /post/a]\n---\n文\n", "---\naliases: [/post/a]\n---\n文\n")]
    [InlineData("---\nurl: /x/\n---\n文\n", "---\nurl: /x/\n---\n文\n")]
    [InlineData("---\ntitle: [\n---\n文\n", "---\ntitle: [\n---\n文\n")]
    public async Task The_old_address_goes_among_the_aliases_in_the_files_own_style(string before, string after)
    {
        var id = await _newsroom.Import(Old, Encoding.UTF8.GetBytes(before));
        await Rename(Old, New);

        Assert.Equal(after, OnDisk(New));
        Assert.Null(_newsroom.OnDisk(Old));
        var article = await _newsroom.Article(id);
        Assert.Equal((New, "Closed/Live", await _newsroom.Head(id)), (article.Path, article.States(), article.PublishedVersion));
        Assert.Equal(TextHash.Of(Encoding.UTF8.GetBytes(after)), article.PublishedSha256);
        Assert.Empty((await Compare()).Differences);
        Assert.Empty(await Problems());
    }

    [Fact]
    public async Task The_trail_tells_the_alias_and_the_text_with_it()
    {
        var id = await _newsroom.Import(Old, "---\ntitle: 題\n---\n文\n"u8.ToArray());
        await Rename(Old, New);
        var entry = (await _newsroom.Audit(id))[^1];
        Assert.Equal(("followRename", $"{Old} → {New}; aliases: /post/a/", 2, (await _newsroom.Article(id)).PublishedSha256), (entry.Act, entry.Reason, entry.Version, entry.Sha256));
    }

    [Fact]
    public async Task Work_on_the_article_goes_on_and_has_the_alias_too()
    {
        var id = await _newsroom.Import(Old, "---\ntitle: 題\n---\n文\n"u8.ToArray());
        await Done(_newsroom.Reviewer.StartCorrection(Lok, id, await _newsroom.Head(id)));
        await _newsroom.Append(id, Lok, "更正。\n");
        await Rename(Old, New);

        Assert.Equal("---\ntitle: 題\naliases:\n  - /post/a/\n---\n文\n", OnDisk(New));
        Assert.Equal("---\ntitle: 題\naliases:\n  - /post/a/\n---\n文\n更正。\n", (await _newsroom.Text(id)).Text);
        Assert.Equal("Draft/Live", (await _newsroom.Article(id)).States());
        Assert.Equal([DifferenceKind.EditedInPortal], (await Compare()).Differences.Select(one => one.Kind));
        Assert.Empty(await Problems());
    }

    [Fact]
    public async Task Renamed_there_and_back_a_page_does_not_lead_to_itself()
    {
        await _newsroom.Import(Old, "---\ntitle: 題\n---\n文\n"u8.ToArray());
        await Rename(Old, New);
        await Rename(New, Old);
        Assert.Equal("---\ntitle: 題\naliases:\n  - /news/b/\n---\n文\n", OnDisk(Old));
    }

    [Fact]
    public async Task Hugo_leads_from_the_old_address_to_the_page()
    {
        var hugo = Programs.RequireHugo();
        _newsroom.PutOnDisk("layouts/_default/single.html", "{{ .Title }}");
        await _newsroom.Import("content/post/平安 夜.md", "---\ntitle: 題\n---\n文\n"u8.ToArray());
        await Rename("content/post/平安 夜.md", New);
        using var process = Process.Start(new ProcessStartInfo(hugo, ["--source", _newsroom.Site, "--quiet"]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("/news/b/", File.ReadAllText(Path.Combine(_newsroom.Site, "public/post/平安-夜/index.html")), StringComparison.Ordinal);
    }

    private async Task Rename(string from, string to)
    {
        var now = Path.Combine(_newsroom.Site, to);
        Directory.CreateDirectory(Path.GetDirectoryName(now)!);
        File.Move(Path.Combine(_newsroom.Site, from), now);
        var report = await Compare();
        await Done(_newsroom.Get<FolderDecisions>().Decide(Lok, report, report.Differences.Single(one => one.Kind == DifferenceKind.Renamed), FolderDecision.FollowRename, ""));
    }

    private string OnDisk(string path) => Encoding.UTF8.GetString(_newsroom.OnDisk(path)!);

    private Task<FolderReport> Compare() => _newsroom.Get<FolderComparison>().Compare(_newsroom.Site);

    private async Task<List<string>> Problems()
    {
        await _newsroom.Follow(1);
        return await new IntegrityCheck(_newsroom.Get<IDbContextFactory<NewsroomDb>>(), _newsroom.Get<ContentFolder>()).Problems(_ => { }).Select(problem => problem.ToString()).ToListAsync();
    }
}
