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
        Assert.Equal(("<p> <a>", "<p> <a> <b>"), differs.Agreement.Differences.Select(each => (each.Instant, each.Hugo)).Single());
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
    public async Task Content_that_the_site_mounts_from_its_own_folders_is_built_alone_too()
    {
        var id = await Mounted("""
            [[module.mounts]]
            source = "texts/hk"
            target = "content"
            lang = "en"
            [[module.mounts]]
            source = "pictures"
            target = "static"
            [[module.mounts]]
            source = "more"
            target = "assets"
            """);
        Lay("texts/hk/post/_index.md", "---\ntitle: 掛載版\n---\n");
        Lay("texts/hk/post/other.md", "---\ntitle: 另一篇\n---\n");
        Lay("pictures/a.txt", "mounted");
        var build = await Build(id);
        Assert.Null(build.Problem);
        Assert.Equal("post/2026/03/a/index.html", build.Page);
        Assert.Contains("<h1>掛載</h1>", await Text(build, build.Page!), StringComparison.Ordinal);
        Assert.Contains("掛載版", await Text(build, build.Page!), StringComparison.Ordinal);
        Assert.DoesNotContain("另一篇", await Text(build, "post/index.html"), StringComparison.Ordinal);
        Assert.Equal("mounted", await Text(build, "a.txt"));
        Assert.False(File.Exists(Path.Combine(_newsroom.House.Folder, "preview", build.Key, "public", "a.txt")));
    }

    [Fact]
    public async Task Content_that_the_site_takes_from_elsewhere_is_refused_with_the_reason()
    {
        var id = await Mounted("[[module.mounts]]\nsource = \"texts/hk\"\ntarget = \"content\"\n[[module.mounts]]\nsource = \"../elsewhere\"\ntarget = \"content\"");
        Assert.Equal("publishing.true.mounts", (await Build(id)).Problem?.Reason.Word);
    }

    [Theory]
    [InlineData("{{ range seq 2000 }}{{ range seq 2000 }}{{ range seq 2000 }}0123456789012345678901234567890123456789{{ end }}{{ end }}{{ end }}", "publishing.true.tooMuchMemory")]
    [InlineData("{{ $big := strings.Repeat 1000000 \"0123456789\" }}{{ range seq 100 }}{{ (resources.FromString (printf \"%d.txt\" .) $big).Permalink }}{{ end }}", "publishing.true.tooBig")]
    public async Task What_writes_without_end_is_stopped_with_the_reason_and_leaves_nothing_behind(string template, string reason)
    {
        Lay("layouts/_default/single.html", template);
        var build = await Build(await _newsroom.Draft());
        Assert.Null(build.Page);
        // On a busy machine the time is over first.
        Assert.Contains(build.Problem!.Reason.Word, new[] { reason, "publishing.true.tooLong" });
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_newsroom.House.Folder, "preview")));
    }

    [Fact]
    public async Task A_build_is_let_go_when_its_reader_may_read_the_article_no_more()
    {
        var id = await _newsroom.Draft();
        var reader = Mei;
        var build = (await Previews.Build(() => Task.FromResult<Actor?>(reader), id, Portal, Cancel))!;
        reader = reader with { Roles = Role.None };
        Assert.NotNull(await Previews.Read(build.Key, build.Page!));
        _newsroom.House.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Previews.Read(build.Key, build.Page!));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_newsroom.House.Folder, "preview")));

        reader = Mei;
        var again = (await Previews.Build(() => Task.FromResult<Actor?>(reader), id, Portal, Cancel))!;
        await Done(_newsroom.Shelf.Delete(Mei, id));
        _newsroom.House.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Previews.Read(again.Key, again.Page!));
    }

    [Fact]
    public async Task Who_may_not_read_the_article_gets_nothing()
    {
        var id = await _newsroom.Draft();
        Assert.Null(await Previews.Build(() => Task.FromResult<Actor?>(new("nobody", "Nobody", Role.None)), id, Portal, Cancel));
        Assert.Null(await Previews.Build(() => Task.FromResult<Actor?>(Mei), id + 1, Portal, Cancel));
    }

    private Task<long> Mounted(string mounts)
    {
        File.AppendAllText(Path.Combine(_newsroom.Site, "hugo.toml"), "\n" + mounts + "\n");
        return _newsroom.Import("texts/hk/post/2026/03/a.md", Encoding.UTF8.GetBytes("---\ntitle: 掛載\ndate: \"2026-03-01 09:00:00\"\n---\n\n列車。\n"));
    }

    private async Task<string> Text(TrueBuild build, string path) => Encoding.UTF8.GetString((await Previews.Read(build.Key, path))!);

    private async Task<TrueBuild> Build(long id) => (await Previews.Build(() => Task.FromResult<Actor?>(Mei), id, Portal, Cancel))!;

    private void Lay(string path, string text)
    {
        var full = Path.Combine(_newsroom.Site, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private List<string> Tree() => [.. Directory.EnumerateFileSystemEntries(_newsroom.Site, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
