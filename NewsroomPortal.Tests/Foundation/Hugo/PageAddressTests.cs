using System.Text;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>Addresses of invented pages, beside <c>.RelPermalink</c> as the real program writes it.</summary>
public sealed class PageAddressTests : IDisposable
{
    private const string Dated = "---\ntitle: \"Hôtel C++ & 港鐵  Line — 2\"\ndate: 2025-02-04 23:30:00\n---\n";

    private static readonly (string File, string Text)[] Pages =
    [
        ("post/2025/02/20250214-1.md", Dated),
        ("post/Big Story_2.md", Dated),
        ("post/港鐵.zh-hk.md", Dated),
        ("post/港鐵.en.md", Dated),
        ("post/港鐵.fr.md", Dated),
        ("post/x.ZH-HK.md", Dated),
        ("post/slugged.md", "---\ntitle: T\nslug: \"-Ein Größe/標題-\"\ndate: 2025-12-31T23:30:00-05:00\n---\n"),
        ("post/empty-slug.md", "---\nslug: \"\"\ntitle: 港鐵 Extension\npublishDate: 2024-07-09\n---\n"),
        ("post/numbered.md", "+++\nslug = 2025\nlastmod = 2023-03-03\n+++\n"),
        ("post/undated.md", "---\ntitle: no date\ndate: 14/02/2025\n---\n"),
        ("post/url-rooted.md", "---\nurl: /News/港鐵 Now/\n---\n"),
        ("post/url-relative.md", "---\nurl: Straße/it's\n---\n"),
        ("post/url-relative-too.zh-hk.md", "---\nurl: here/a.html\n---\n"),
        ("post/url-dotted.md", "---\nurl: /a//b/../index.html\n---\n"),
        ("post/url-dots.md", "---\nurl: v1.2\n---\n"),
        ("post/bundle/index.md", Dated),
        ("post/bundle/beside.md", Dated),
        ("post/bundle/deep/beside.md", Dated),
        ("post/bundle2/index.zh-hk.md", "---\ntitle: T\nslug: s\n---\n"),
        ("about.md", Dated),
        ("Top Bundle/index.md", Dated),
        ("News/Hong Kong/a.md", Dated),
        ("news/_index.md", "---\ntitle: n\n---\n"),
        ("news/a/b/_index.md", "---\ntitle: n\nslug: ignored\n---\n"),
        ("news/a/b/c/story.md", Dated),
        ("news/a/c/story.md", Dated),
        ("_index.en.md", "---\ntitle: home\nurl: /elsewhere/\n---\n"),
        ("_index.zh-hk.md", "---\ntitle: home\n---\n"),
        ("post/outputs.md", "---\noutputs: [HTML, json]\ntitle: a\n---\n"),
        ("post/not-rendered.md", "---\n_build: {render: never}\ntitle: a\n---\n"),
        ("desks/world/_index.md", "---\ntitle: a\n---\n"),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("newsroom-hugo-").FullName;

    public static TheoryData<string> Sites { get; } =
    [
        "",
        "uglyURLs = true",
        "[uglyURLs]\nPost = true\nnews = false",
        "disablePathToLower = true\nremovePathAccents = true",
        "[languages.en]\nweight = 1\n[languages.zh-HK]\nweight = 2",
        "defaultContentLanguage = \"zh-hk\"\ndefaultContentLanguageInSubdir = true\n[languages.en]\nweight = 1\n[languages.zh-HK]\nweight = 2\ntimeZone = \"Asia/Hong_Kong\"\n[languages.zh-HK.permalinks]\npost = \"/zeitung/:year/:month/:day/:slugorfilename\"\n[permalinks]\npost = \"/:filename/\"",
        "[languages.en]\nweight = 1\n[languages.zh-HK]\ndisabled = true",
        "defaultContentLanguageInSubdir = true\ndisableLanguages = [\"zh-HK\"]\n[languages.en]\n[languages.zh-HK]",
        "defaultContentLanguageInSubdir = true\n[languages.en]\nweight = 1",
        "uglyURLs = true\n[languages.en]\nweight = 1\n[languages.zh-HK]\nweight = 2",
        "[languages.en]\nbaseURL = \"https://en.example/\"\n[languages.zh-HK]\nbaseURL = \"https://zh.example/\"",
        "timeZone = \"Asia/Hong_Kong\"\n[permalinks]\nPOST = \"/:year/:month/:day/:title/\"\nnews = \"/:sections/:slug\"\n\"/\" = \"/pages/:filename/\"",
        "[permalinks]\npost = \"/:section/:monthname-:weekday/:weekdayname/:yearday/:slug.html\"\nnews = \"/n/:sections[1:]/:sections[last]/:sections[0]/:filename/\"",
        "uglyURLs = true\n[permalinks]\npost = \"/A B/:slugorfilename\"\nnews = \":slug\"",
        "[permalinks]\npost = \"/p/:year/:slug/\"\n[frontmatter]\ndate = [\"lastmod\", \":default\"]",
        "disableKinds = [\"section\"]\n[taxonomies]\ndesk = \"desks\"",
    ];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Sites))]
    public void Are_what_Hugo_makes_of_them(string settings)
    {
        var theirs = Build("https://news.example/", settings);

        var ours = Ours().ToDictionary(each => each.File, each => each.Address?.Escaped ?? "");

        Assert.True(theirs.Count > 15, $"{theirs.Count} pages");
        Assert.Equal(Lines(Pages.Select(page => (page.File, theirs.GetValueOrDefault(page.File, "")))), Lines(Pages.Select(page => (page.File, ours[page.File]))));
    }

    [Fact]
    public void Lie_below_the_folder_that_the_base_address_names()
    {
        var theirs = Build("https://news.example/paper/", "");

        Assert.Equal(theirs["post/Big Story_2.md"], "/paper" + Ours().Single(each => each.File == "post/Big Story_2.md").Address!.Escaped);
    }

    [Fact]
    public void An_alias_in_the_words_of_the_address_stands_where_the_page_stood()
    {
        Build("https://news.example/", "");
        var address = Ours().Single(each => each.File == "post/港鐵.en.md").Address!;
        Write("content/moved.md", $"---\naliases: [\"{address.Path}\"]\n---\n");
        File.Delete(Path.Combine(folder, "content", "post", "港鐵.en.md"));
        Directory.Delete(Path.Combine(folder, "public"), recursive: true);
        HugoRun.Run(folder, "--quiet");

        Assert.Equal("/post/港鐵/", address.Path);
        Assert.Contains("https://news.example/moved/", File.ReadAllText(Path.Combine(folder, "public", "post", "港鐵", "index.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content/post/a.md", "---\ntitle: [\n---\n")]
    [InlineData("content/post/a.md", "---\nurl: https://news.example/a/\n---\n")]
    [InlineData("content/post/a.md", "---\noutputs: [json]\n---\n")]
    [InlineData("content/post/a.md", "---\nurl: /c#/\n---\n")]
    [InlineData("content/post/index.md/index.md/a.md", "---\nslug: index\n---\n")]
    [InlineData("elsewhere/a.md", "")]
    public void Are_not_told_of_what_Hugo_makes_no_page_of(string path, string text) =>
        Assert.Null(PageAddress.Of(ContentPath.Read(path).Path!, FrontMatter.Read(text), SiteSettings.Read(folder), _ => false));

    private Dictionary<string, string> Build(string address, string settings)
    {
        Write("hugo.toml", $"baseURL = \"{address}\"\n{settings}\n");
        foreach (var (file, text) in Pages)
        {
            Write($"content/{file}", text);
        }
        Write("layouts/index.html", "{{ range .Sites }}{{ range .Pages }}{{ with .File }}AT {{ .Path }}{{ end }}|{{ .RelPermalink | safeHTML }}|\n{{ end }}{{ end }}");
        foreach (var layout in new[] { "single.html", "list.html", "single.json" })
        {
            Write($"layouts/_default/{layout}", "{}");
        }
        HugoRun.Run(folder, "--quiet", "--buildFuture");
        return Directory.EnumerateFiles(Path.Combine(folder, "public"), "index.html", SearchOption.AllDirectories).SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("AT ", StringComparison.Ordinal)).Select(line => line["AT ".Length..].Split('|')).DistinctBy(parts => parts[0])
            .ToDictionary(parts => parts[0], parts => parts[1]);
    }

    private IEnumerable<(string File, PageAddress? Address)> Ours()
    {
        var site = SiteSettings.Read(folder);
        Assert.Empty(site.Errors);
        return Pages.Select(page => (page.File, PageAddress.Of(
            ContentPath.Read($"content/{page.File}").Path!, FrontMatter.Read(page.Text), site, file => File.Exists(Path.Combine(folder, file)))));
    }

    private static string Lines(IEnumerable<(string File, string Address)> pages) =>
        pages.Aggregate(new StringBuilder(), (lines, page) => lines.Append(page.File).Append(" -> ").Append(page.Address).Append('\n')).ToString();

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
