using System.Diagnostics;
using System.Text.RegularExpressions;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>The settings of invented sites, beside what the real program's own <c>hugo config</c> says of them.</summary>
public sealed class SiteSettingsByHugoTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newsroom-hugo-").FullName;

    public static TheoryData<string> Sites { get; } =
    [
        "hugo.toml|timeZone = \"Asia/Hong_Kong\"\ntitle = \"報\" # c\nhasCJKLanguage = true\nsummaryLength = 120\n[taxonomies]\nseries = \"series\"\nTag = \"tags\"\n",
        "hugo.yaml|TIMEZONE: Asia/Hong_Kong\nbuildDrafts: yes\nbuildFuture: on\nbuildExpired: \"true\"\ntaxonomies: {}\nstaticDir: [static, assets/more]\n",
        "hugo.yml|base: &b {weight: 3}\nlanguages:\n  fr: *b\n  de:\n    <<: *b\n    languageName: Deutsch\n    contentDir: content/de\n  en: {weight: 4, title: News}\n",
        "hugo.json|{\"title\": \"a\", \"contentDir\": \"stories\", \"theme\": [\"main\"], \"defaultContentLanguageInSubdir\": true}",
        "config.toml|title = \"later\"\ntimeZone = \"Europe/London\"\n||hugo.json|{\"title\": \"first\"}",
        "config.yaml|title: root\ntimeZone: Europe/London\nmarkup: {goldmark: {renderer: {unsafe: true}}}\n"
            + "||config/_default/config.toml|title = \"default\"\ndefaultContentLanguage = \"zh-HK\"\n"
            + "||config/_default/languages.yaml|zh-HK: {weight: 2, languageName: 中文}\nen: {weight: 1}\n"
            + "||config/_default/taxonomies.json|{\"desk\": \"desks\"}"
            + "||config/_default/markup.toml|[goldmark.extensions]\ntypographer = false\n"
            + "||config/_default/params.toml|sidebar = \"left\"\n"
            + "||config/_default/menus.en.toml|[[main]]\nname = \"a\"\n"
            + "||config/_default/more/permalinks.toml|post = \"/:slug/\"\n"
            + "||config/production/hugo.toml|summaryLength = 30\n"
            + "||config/production/params.yaml|sidebar: right\n"
            + "||config/staging/hugo.toml|title = \"not ours\"\n",
    ];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Sites))]
    public void Are_what_Hugo_says(string files)
    {
        var hugo = Programs.RequireHugo();
        foreach (var file in files.Split("||"))
        {
            Write(file.Split('|', 2)[0], file.Split('|', 2)[1]);
        }
        Directory.CreateDirectory(Path.Combine(folder, "themes", "main"));
        var theirs = Config(hugo);

        var ours = SiteSettings.Read(folder);

        Assert.Empty(ours.Errors);
        Assert.Equal(theirs.GetValueOrDefault("title"), ours.Title);
        Assert.Equal(theirs.GetValueOrDefault("timezone"), ours.TimeZone);
        Assert.Equal(theirs["defaultcontentlanguage"].ToLowerInvariant(), ours.DefaultLanguage);
        Assert.Equal(theirs["defaultcontentlanguageinsubdir"], Say(ours.DefaultLanguageInSubfolder));
        Assert.Equal(theirs["hascjklanguage"], Say(ours.HasCjkLanguage));
        Assert.Equal((theirs["builddrafts"], theirs["buildfuture"], theirs["buildexpired"]), (Say(ours.BuildDrafts), Say(ours.BuildFuture), Say(ours.BuildExpired)));
        Assert.Equal(theirs["summarylength"], $"{ours.SummaryLength}");
        Assert.Equal(theirs["taxonomies"], Map(ours.Taxonomies.Select(pair => $"{pair.Key}:{pair.Value}")));
        Assert.Equal(theirs.GetValueOrDefault("contentdir", "content"), ours.ContentFolder);
        Assert.Equal(theirs.GetValueOrDefault("staticdir", "[static]"), $"[{string.Join(' ', ours.StaticFolders)}]");
        Assert.Equal(theirs.GetValueOrDefault("theme", "[]"), $"[{string.Join(' ', ours.Themes)}]");
        Assert.Equal(theirs.GetValueOrDefault("params", "map[]"), Map(ours.DefaultOf("sidebar") is { } side ? [$"sidebar:{side}"] : []));
        Assert.All(ours.Languages, language => Assert.True(!theirs.ContainsKey("languages") || theirs["languages"].Contains($"{language.Key}:map[", StringComparison.Ordinal)));
        var markup = theirs.GetValueOrDefault("markup", "");
        Assert.Equal((markup.Contains("unsafe:true", StringComparison.Ordinal), !markup.Contains("typographer:false", StringComparison.Ordinal)), (ours.Goldmark.Unsafe, ours.Goldmark.Typographer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[params]\n_merge = \"shallow\"\nside = 1\n[params.sidebar]\nsingle = \"left\"\n")]
    [InlineData("[params]\n_merge = \"none\"\nside = 1\n")]
    [InlineData("[params.sidebar]\n_merge = \"none\"\nsingle = \"left\"\n[taxonomies]\n_merge = \"shallow\"\ntag = \"tags\"\n[markup]\n_merge = \"deep\"\n")]
    [InlineData("_merge = \"deep\"\n[params]\nside = 1\n")]
    [InlineData("_merge = \"none\"\n[params]\nside = 1\n")]
    public void What_themes_set_lies_below_what_the_site_sets_as_in_Hugo(string own)
    {
        Write("hugo.toml", $"theme = [\"main\", \"two\"]\n{own}");
        Write("themes/main/hugo.toml", "title = \"theirs\"\ntimeZone = \"Asia/Tokyo\"\nsummaryLength = 11\nhasCJKLanguage = true\ntheme = \"three\"\n"
            + "[params]\nside = 2\nfirst = \"main\"\n[params.sidebar]\nsingle = \"right\"\nhome = \"left\"\n[taxonomies]\ndesk = \"desks\"\n[permalinks]\npost = \"/:slug\"\n"
            + "[markup.goldmark.renderer]\nunsafe = true\n[outputFormats.foo]\nmediaType = \"text/html\"\n");
        Write("themes/main/config/_default/params.toml", "folder = \"main\"\n");
        Write("themes/three/config.yaml", "params: {first: three, folder: three, last: three, sidebar: {list: left}}\n");
        Write("themes/two/config.json", "{\"params\": {\"first\": \"two\", \"last\": \"two\", \"sidebar\": {\"home\": \"right\", \"widgets\": [\"search\", \"own\"]}}}");
        var theirs = Config(Programs.RequireHugo());

        var site = SiteSettings.Read(folder);

        Assert.Empty(site.Errors);
        Assert.Equal(4, site.ThemeFiles.Count);
        Assert.Equal(theirs.GetValueOrDefault("title"), site.Title);
        Assert.Equal(theirs.GetValueOrDefault("timezone"), site.TimeZone);
        Assert.Equal(theirs["taxonomies"], Map(site.Taxonomies.Select(pair => $"{pair.Key}:{pair.Value}")));
        Assert.Equal((theirs["summarylength"], theirs["hascjklanguage"]), ($"{site.SummaryLength}", Say(site.HasCjkLanguage)));
        Assert.Equal(theirs.GetValueOrDefault("markup", "").Contains("unsafe:true", StringComparison.Ordinal), site.Goldmark.Unsafe);
        var given = theirs.GetValueOrDefault("params", "");
        Assert.All(["side", "first", "folder", "last"], key => Assert.Equal((key, Regex.Match(given, $@"\b{key}:(\w+)").Groups[1].Value), (key, site.DefaultOf(key) ?? "")));
        Assert.Equal(Regex.Match(given, @"\bsingle:(\w+)").Groups[1].Value, site.DefaultOf("sidebar") ?? "");
        Assert.Equal(Regex.Match(given, @"\bwidgets:\[([^]]*)").Groups[1].Value, string.Join(' ', site.DefaultsOf("widgets")));
    }

    [Theory]
    [InlineData("goldmark.renderer.unsafe", "true")]
    [InlineData("goldmark.renderer.hardWraps", "true")]
    [InlineData("goldmark.renderer.xhtml", "true")]
    [InlineData("goldmark.parser.autoHeadingID", "false")]
    [InlineData("goldmark.parser.autoHeadingIDType", "github-ascii")]
    [InlineData("goldmark.parser.autoHeadingIDType", "blackfriday")]
    [InlineData("goldmark.parser.attribute.title", "false")]
    [InlineData("goldmark.parser.attribute.block", "true")]
    [InlineData("goldmark.parser.wrapStandAloneImageWithinParagraph", "false")]
    [InlineData("goldmark.extensions.typographer", "false")]
    [InlineData("goldmark.extensions.linkify", "false")]
    [InlineData("goldmark.extensions.linkifyProtocol", "http")]
    [InlineData("goldmark.extensions.table", "false")]
    [InlineData("goldmark.extensions.strikethrough", "false")]
    [InlineData("goldmark.extensions.taskList", "false")]
    [InlineData("goldmark.extensions.definitionList", "false")]
    [InlineData("goldmark.extensions.footnote", "false")]
    [InlineData("highlight.noClasses", "false")]
    [InlineData("highlight.lineNos", "true")]
    [InlineData("highlight.guessSyntax", "true")]
    [InlineData("highlight.anchorLineNos", "true")]
    [InlineData("highlight.lineNumbersInTable", "false")]
    [InlineData("highlight.codeFences", "false")]
    [InlineData("highlight.tabWidth", "8")]
    [InlineData("highlight.style", "friendly")]
    [InlineData("defaultMarkdownHandler", "org")]
    public void Each_setting_of_markup_is_read_as_Hugo_reads_it_and_told_in_every_notation(string key, string value)
    {
        var hugo = Programs.RequireHugo();
        var parts = key.Split('.');
        var written = value is "true" or "false" or "8" ? value : $"\"{value}\"";
        var json = $"{string.Concat(parts.Select(part => $"{{\"{part}\": "))}{written}{new string('}', parts.Length)}";
        var toml = $"{key} = {written}\n";
        var told = new List<string>();
        foreach (var (name, text) in new[]
        {
            ("hugo.json", $"{{\"markup\": {json}}}"), ("hugo.yaml", $"markup: {json}\n"), ("config.toml", $"markup.{toml}"),
            ("config/_default/markup.toml", toml), ("config/_default/markup.yaml", json), ("config/_default/hugo.toml", $"[markup]\n{toml}"), ("themes/main/hugo.toml", $"markup.{toml}"),
        })
        {
            Write(name, text);
            if (name.StartsWith("themes/", StringComparison.Ordinal))
            {
                Write("hugo.toml", "theme = \"main\"\n[markup]\n_merge = \"deep\"\n");
            }
            var theirs = Config(hugo)["markup"];

            var site = SiteSettings.Read(folder);

            Assert.Contains($"{parts[^1].ToLowerInvariant()}:{value}", theirs, StringComparison.Ordinal);
            told.Add(string.Join("; ", GoldmarkDifferences.Of(site.Goldmark).Select(each => "goldmark." + each.Replace("\"", "", StringComparison.Ordinal)).Concat(site.NotShown)));
            File.Delete(Path.Combine(folder, name));
        }
        Assert.Equal([.. Enumerable.Repeat($"{key} = {value}", 7)], told);
    }

    [Fact]
    public void What_Hugo_has_by_itself_is_no_difference()
    {
        Write("hugo.yaml", "enableEmoji: false\nmarkup: {tableOfContents: {endLevel: 4}, highlight: {lineNos: false, tabWidth: 4}, goldmark: {renderer: {unsafe: false}, parser: {attribute: {block: false}}}}\n");
        var site = SiteSettings.Read(folder);

        Assert.Empty(GoldmarkDifferences.Of(site.Goldmark));
        Assert.Empty(site.NotShown);
        Write("hugo.yaml", "enableEmoji: true\n");
        Assert.Equal(["enableEmoji = true"], SiteSettings.Read(folder).NotShown);
    }

    [Fact]
    public void The_languages_are_Hugos_and_the_default_ones_zone_counts()
    {
        Write("hugo.toml", """
            timeZone = "Europe/London"
            defaultContentLanguage = "zh-hk"
            disableLanguages = ["fr"]
            [languages.en]
            weight = 3
            languageName = "English"
            [languages.fr]
            weight = 1
            [languages.zh-HK]
            weight = 2
            languageName = "中文"
            timeZone = "Asia/Hong_Kong"
            [languages.de]
            weight = 2
            languageName = "Deutsch"
            """);
        Write("content/a.md", "---\ndate: \"2024-01-01 10:00:00\"\n---\n");
        Write("layouts/index.html", "{{ range .Site.Languages }}{{ .Lang }} {{ .LanguageName }};{{ end }}{{ range .Site.RegularPages }}{{ .Date.UTC.Format \"15:04\" }}{{ end }}");
        Run(Programs.RequireHugo(), "--quiet", "--disableKinds", "taxonomy,term,section,RSS,sitemap,robotsTXT,404");

        var site = SiteSettings.Read(folder);

        var said = string.Concat(site.Languages.Select(language => $"{language.Key} {language.Name};"));
        var moment = HugoDate.Read("2024-01-01 10:00:00", site.FindZone())!.Value;
        Assert.Equal(File.ReadAllText(Path.Combine(folder, "public", "index.html")), $"{said}{moment.UtcDateTime:HH:mm}");
    }

    [Theory]
    [InlineData("hugo.toml", "title = [\n")]
    [InlineData("hugo.yaml", "a: b: c\n")]
    [InlineData("hugo.json", "{\"a\": 1,}")]
    [InlineData("config/_default/params.toml", "a =\n")]
    public void What_cannot_be_read_here_fails_Hugo_too(string name, string text)
    {
        var hugo = Programs.RequireHugo();
        Write(name, text);

        Assert.Single(SiteSettings.Read(folder).Errors);
        Assert.NotEqual(0, Try(hugo, "config").Code);
    }

    private Dictionary<string, string> Config(string hugo) => Run(hugo, "config").Split('\n')
        .Select(line => line.Split(line.Contains(" = ", StringComparison.Ordinal) ? " = " : ": ", 2)).Where(parts => parts.Length == 2)
        .ToDictionary(parts => parts[0].Trim(' ', '"'), parts => parts[1].Trim(' ', '"', ','));

    private string Run(string hugo, params string[] arguments)
    {
        var (code, said) = Try(hugo, arguments);
        Assert.True(code == 0, said);
        return said;
    }

    private (int Code, string Said) Try(string hugo, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(hugo, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complained = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + complained.Result);
    }

    private static string Say(bool isOn) => isOn ? "true" : "false";

    private static string Map(IEnumerable<string> pairs) => $"map[{string.Join(' ', pairs.Order(StringComparer.Ordinal))}]";

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
