using System.Globalization;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public sealed class SiteSettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newsroom-site-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("hugo.toml", "title = \"a\"\ntimeZone = \"Asia/Hong_Kong\" # c\n", "Asia/Hong_Kong")]
    [InlineData("config.toml", "timezone='Asia/Hong_Kong'\n", "Asia/Hong_Kong")]
    [InlineData("config.toml", "[params]\ntimeZone = \"Asia/Hong_Kong\"\n", null)]
    [InlineData("config.yaml", "title: a\ntimeZone: Asia/Hong_Kong\n", "Asia/Hong_Kong")]
    [InlineData("hugo.yml", "params:\n  timeZone: Asia/Hong_Kong\n", null)]
    [InlineData("config.json", "{\n  \"timeZone\": \"Asia/Hong_Kong\",\n  \"title\": \"a\"\n}\n", "Asia/Hong_Kong")]
    [InlineData("config/_default/hugo.toml", "timeZone = \"Asia/Hong_Kong\"\n", "Asia/Hong_Kong")]
    [InlineData("hugo.toml", "timeZone = \"\"\n", null)]
    [InlineData("hugo.toml", "title = \"a\"\n# timeZone = \"Asia/Hong_Kong\"\n", null)]
    public void Finds_the_zone_that_the_site_sets(string name, string text, string? zone)
    {
        Write(name, text);

        var settings = SiteSettings.Read(folder);

        Assert.Equal(Path.Combine(folder, name), settings.File);
        Assert.Equal(zone, settings.TimeZone);
        Assert.Equal(zone, settings.FindZone()?.Id);
    }

    [Fact]
    public void The_name_that_Hugo_prefers_wins()
    {
        Write("config.toml", "timeZone = \"Europe/London\"\n");
        Write("hugo.yaml", "timeZone: Asia/Hong_Kong\n");

        Assert.Equal("Asia/Hong_Kong", SiteSettings.Read(folder).TimeZone);
    }

    [Fact]
    public void A_folder_without_settings_or_an_unknown_zone_has_none()
    {
        Assert.Null(SiteSettings.Read(folder).File);
        Assert.Null(SiteSettings.Read(folder).TimeZone);
        Write("hugo.toml", "timeZone = \"Moon/Tycho\"\n");
        Assert.Null(SiteSettings.Read(folder).FindZone());
    }

    [Fact]
    public void A_folder_without_settings_has_Hugos_defaults()
    {
        var site = SiteSettings.Read(folder);

        Assert.Empty(site.Files);
        Assert.Empty(site.Errors);
        Assert.Equal("content", site.ContentFolder);
        Assert.Equal(["static"], site.StaticFolders);
        Assert.Equal([new SiteLanguage("en", "en", 0, null, null)], site.Languages);
        Assert.Equal(["category=categories", "tag=tags"], site.Taxonomies.Select(pair => $"{pair.Key}={pair.Value}").Order());
        Assert.Equal(70, site.SummaryLength);
        Assert.Equal(GoldmarkSettings.Default, site.Goldmark);
    }

    [Theory]
    [InlineData("hugo.toml", "title = \"a\"\ntimeZone = ]\n", 2)]
    [InlineData("hugo.yaml", "title: a\n  timeZone: b: c\n", 2)]
    [InlineData("hugo.json", "{\n  \"title\": \"a\",\n  timeZone\n}", 3)]
    [InlineData("config/_default/params.toml", "a = 1\n\nb =\n", 3)]
    public void A_file_that_cannot_be_read_is_named_with_its_line_and_counts_for_nothing(string name, string text, int line)
    {
        Write(name, text);

        var site = SiteSettings.Read(folder);

        var error = Assert.Single(site.Errors);
        Assert.Equal((name, line, "hugo.site.syntax"), (error.File, error.Line, error.Word));
        Assert.Equal(Path.Combine(folder, name), site.File);
        Assert.Null(site.TimeZone);
    }

    [Fact]
    public void A_broken_file_leaves_the_others_standing()
    {
        Write("hugo.toml", "timeZone = \"Asia/Hong_Kong\"\n");
        Write("config/_default/markup.toml", "goldmark = {\n");

        var site = SiteSettings.Read(folder);

        Assert.Equal("config/_default/markup.toml", Assert.Single(site.Errors).File);
        Assert.Equal("Asia/Hong_Kong", site.TimeZone);
    }

    [Theory]
    [InlineData("hugo.toml", "a = {0}1{1}\n", 100)]
    [InlineData("hugo.toml", "a = {0}1{1}\n", 100_000)]
    [InlineData("hugo.yaml", "a: {0}1{1}\n", 100)]
    [InlineData("hugo.yaml", "a: {0}1{1}\n", 100_000)]
    [InlineData("hugo.json", "{{\"a\": {0}1{1}}}\n", 100)]
    [InlineData("hugo.json", "{{\"a\": {0}1{1}}}\n", 100_000)]
    public void A_file_too_deep_is_refused(string name, string form, int depth)
    {
        Write(name, string.Format(CultureInfo.InvariantCulture, form, new string('[', depth), new string(']', depth)));

        Assert.Equal("hugo.site.syntax", Assert.Single(SiteSettings.Read(folder).Errors).Word);
    }

    [Fact]
    public void A_file_too_long_is_refused()
    {
        Write("hugo.toml", new string('\n', 300_000));

        Assert.Equal("hugo.site.too-long", Assert.Single(SiteSettings.Read(folder).Errors).Word);
    }

    [Fact]
    public void Aliases_cannot_make_a_small_file_huge()
    {
        var levels = Enumerable.Range(1, 9).Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        Write("hugo.yaml", "a0: &a0 [x]\n" + string.Concat(levels));

        Assert.Contains("values", Assert.Single(SiteSettings.Read(folder).Errors).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_named()
    {
        File.WriteAllBytes(Path.Combine(folder, "hugo.toml"), [(byte)'a', (byte)'=', (byte)'"', 0xB4, 0xFA, (byte)'"']);

        Assert.Equal("hugo.file.not-utf8", Assert.Single(SiteSettings.Read(folder).Errors).Word);
    }

    [Fact]
    public void The_goldmark_settings_are_the_sites()
    {
        Write("hugo.toml", """
            [markup.goldmark.renderer]
            unsafe = true
            hardWraps = "true"
            xHTML = true
            [markup.goldmark.parser]
            autoHeadingID = false
            autoHeadingIDType = "blackfriday"
            attribute = { title = false }
            [markup.goldmark.extensions]
            typographer = false
            linkify = 0
            linkifyProtocol = "http"
            table = false
            strikethrough = false
            taskList = false
            definitionList = false
            footnote = false
            """);

        Assert.Equal(new GoldmarkSettings
        {
            Unsafe = true,
            HardWraps = true,
            Xhtml = true,
            AutoHeadingId = false,
            AutoHeadingIdType = "blackfriday",
            HeadingAttributes = false,
            Typographer = false,
            Linkify = false,
            LinkifyProtocol = "http",
            Table = false,
            Strikethrough = false,
            TaskList = false,
            DefinitionList = false,
            Footnote = false,
        }, SiteSettings.Read(folder).Goldmark);
    }

    [Fact]
    public void The_params_of_the_default_language_go_before_the_sites()
    {
        Write("hugo.yaml", "defaultContentLanguage: zh-HK\nlanguages:\n  zh-HK: {weight: 1}\nparams:\n  sidebar: left\n  toc: true\n  widgets: [search, recent]\n");
        Write("config/_default/params.zh-HK.toml", "sidebar = \"right\"\n");

        var site = SiteSettings.Read(folder);

        Assert.Equal(("right", "true", "search, recent", null), (site.DefaultOf("sidebar"), site.DefaultOf("TOC"), site.DefaultOf("widgets"), site.DefaultOf("pager")));
    }

    [Fact]
    public void A_new_folder_gets_settings_with_the_zone_and_an_old_one_is_left_alone()
    {
        var site = Path.Combine(folder, "site");

        SiteFolder.Prepare(site, "\"𠮷\" 報", new Uri("https://news.example/"), "Asia/Hong_Kong");

        var text = File.ReadAllText(Path.Combine(site, "hugo.toml"));
        Assert.Contains("title = \"\\\"𠮷\\\" 報\"\n", text, StringComparison.Ordinal);
        Assert.Contains("baseURL = \"https://news.example/\"\n", text, StringComparison.Ordinal);
        Assert.Contains("languageCode = \"zh-HK\"\n", text, StringComparison.Ordinal);
        Assert.Equal("Asia/Hong_Kong", SiteSettings.Read(site).TimeZone);
        Assert.True(Directory.Exists(Path.Combine(site, "content")));

        SiteFolder.Prepare(site, "another", new Uri("https://news.example/"), "Europe/London");
        Assert.Equal(text, File.ReadAllText(Path.Combine(site, "hugo.toml")));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
