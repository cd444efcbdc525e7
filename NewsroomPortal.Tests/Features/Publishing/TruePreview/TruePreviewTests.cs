using System.Text;
using NewsroomPortal.Features.Publishing.TruePreview;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Features.Articles;
using NewsroomPortal.Tests.Support;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Publishing.TruePreview;

/// <summary>What Hugo itself builds of one unpublished article, in a site with a theme of its own.</summary>
public sealed class TruePreviewTests : IAsyncLifetime
{
    private static readonly Uri Portal = new("http://localhost:5080/");

    private StaffedNewsroom _newsroom = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TruePreviews Previews => _newsroom.Get<TruePreviews>();

    public async ValueTask InitializeAsync()
    {
        Programs.RequireHugo();
        _newsroom = await Open();
        Lay("themes/paper/layouts/_default/single.html", "<link rel=\"stylesheet\" href=\"{{ \"css/paper.css\" | absURL }}\"><h1>{{ .Title }}</h1><main>{{ .Content }}</main>{{ with .CurrentSection }}{{ .Title }}{{ end }}");
        Lay("themes/paper/layouts/_default/list.html", "{{ range .Pages }}{{ .Title }}{{ end }}");
        Lay("themes/paper/layouts/shortcodes/box.html", "<div class=\"box\">{{ .Get 0 }}</div>");
        Lay("themes/paper/static/css/paper.css", "main { color: rebeccapurple }");
        Lay("static/pictures/a.txt", "the site's own");
        Lay("content/post/_index.md", "---\ntitle: 港聞版\n---\n");
        File.AppendAllText(Path.Combine(_newsroom.Site, "hugo.toml"), "theme = \"paper\"\n");
    }

    public async ValueTask DisposeAsync() => await _newsroom.DisposeAsync();

    [Fact]
    public async Task An_unpublished_draft_is_built_with_the_theme_and_nothing_is_written_into_the_site()
    {
        await _newsroom.Published();
        var id = await _newsroom.Draft(headline: "未發布的稿");
        var before = Tree();
        var build = await Build(id);
        Assert.Null(build.Problem);
        var page = Encoding.UTF8.GetString((await Previews.Read(build.Key, build.Page!))!);
        Assert.Contains("<h1>未發布的稿</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<p>列車服務今早七時回復正常。</p>", page, StringComparison.Ordinal);
        Assert.Contains("港聞版", page, StringComparison.Ordinal);
        Assert.Contains($"http://localhost:5080/true-preview/{build.Key}/css/paper.css", page, StringComparison.Ordinal);
        Assert.DoesNotContain("港島線", Encoding.UTF8.GetString((await Previews.Read(build.Key, "post/index.html"))!), StringComparison.Ordinal);
        Assert.Equal("main { color: rebeccapurple }", Encoding.UTF8.GetString((await Previews.Read(build.Key, "css/paper.css"))!));
        Assert.Equal("the site's own", Encoding.UTF8.GetString((await Previews.Read(build.Key, "pictures/a.txt"))!));
        Assert.True(build.Agreement!.IsWhole);
        Assert.Equal(before, Tree());
    }

    [Fact]
    public async Task A_build_that_was_let_go_and_paths_that_lead_out_of_it_are_not_there()
    {
        var build = await Build(await _newsroom.Draft());
        Assert.Null(await Previews.Read(build.Key, "../content/post/_index.md"));
        Assert.Null(await Previews.Read(new string('0', 32), build.Page!));
        Previews.Forget(build.Key);
        Assert.Null(await Previews.Read(build.Key, build.Page!));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_newsroom.House.Folder, "preview")));
    }

    [Fact]
    public async Task A_failing_build_names_the_line_and_leaves_nothing_behind()
    {
        var id = await _newsroom.Draft();
        await _newsroom.Append(id, Mei, "\n{{< nowhere >}}\n");
        var build = await Build(id);
        Assert.Null(build.Page);
        Assert.Equal("publishing.true.failedAt", build.Problem!.Reason.Word);
        var body = NewsroomPortal.Foundation.Hugo.FrontMatter.Read((await _newsroom.Text(id)).Text).Body;
        Assert.StartsWith("{{<", body.Split('\n')[build.Problem.Stop!.Line - 1], StringComparison.Ordinal);
        Assert.Contains("\"nowhere\" not found", (string)build.Problem.Reason.Values[1], StringComparison.Ordinal);
        Assert.DoesNotContain(_newsroom.House.Folder, (string)build.Problem.Reason.Values[1], StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_newsroom.House.Folder, "preview")));
    }

    [Fact]
    public async Task Shortcodes_are_not_compared_and_what_a_theme_makes_otherwise_is_named_by_its_line()
    {
        var id = await _newsroom.Draft();
        await _newsroom.Append(id, Mei, "\n{{< box 一 >}}\n\n[鏈](https://example.hk/)\n\n完\n");
        var agreed = await Build(id);
        Assert.Equal((true, 1), (agreed.Agreement!.IsWhole, agreed.Agreement.Unknown));
        Lay("layouts/_default/_markup/render-link.html", "<a href=\"{{ .Destination }}\" rel=\"nofollow\"><b>{{ .Text }}</b></a>");
        var differs = await Build(id);
        var body = NewsroomPortal.Foundation.Hugo.FrontMatter.Read((await _newsroom.Text(id)).Text).Body.Split('\n');
        Assert.Equal(["[鏈](https://example.hk/)"], differs.Agreement!.Differences.Select(difference => body[difference.Line - 1]));
        Assert.Equal(("<p> <a https://example.hk/>", "<p> <a https://example.hk/> <b>"), differs.Agreement.Differences.Select(each => (each.Instant, each.Hugo)).Single());
    }

    [Fact]
    public async Task Inline_shortcodes_stay_off_where_the_site_turned_them_on()
    {
        File.AppendAllText(Path.Combine(_newsroom.Site, "hugo.toml"), "\n[security]\nenableInlineShortcodes = true\n");
        var id = await _newsroom.Draft();
        await _newsroom.Append(id, Mei, "\n{{< a.inline >}}{{ .Site.Title }}-ran{{< /a.inline >}}\n");
        var build = await Build(id);
        Assert.DoesNotContain("-ran", build.Page is null ? "" : Encoding.UTF8.GetString((await Previews.Read(build.Key, build.Page))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_the_article_gets_nothing()
    {
        var id = await _newsroom.Draft();
        Assert.Null(await Previews.Build(() => Task.FromResult<Actor?>(new("nobody", "Nobody", Role.None)), id, Portal, Cancel));
        Assert.Null(await Previews.Build(() => Task.FromResult<Actor?>(Mei), id + 1, Portal, Cancel));
    }

    private async Task<TrueBuild> Build(long id) => (await Previews.Build(() => Task.FromResult<Actor?>(Mei), id, Portal, Cancel))!;

    private void Lay(string path, string text)
    {
        var full = Path.Combine(_newsroom.Site, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private List<string> Tree() => [.. Directory.EnumerateFileSystemEntries(_newsroom.Site, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
