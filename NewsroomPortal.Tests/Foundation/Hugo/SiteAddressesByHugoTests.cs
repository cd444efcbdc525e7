using System.Diagnostics;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>The addresses of invented pages, beside those that the real program gives them; and the redirects that it makes of them.</summary>
public sealed class SiteAddressesByHugoTests : IDisposable
{
    private const string Page = "page {{ .File.Path }} {{ .RelPermalink }}";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("uglyURLs = true\n")]
    [InlineData("disablePathToLower = true\nremovePathAccents = true\n")]
    [InlineData("[uglyURLs]\npost = true\n")]
    [InlineData("contentDir = 'stories'\n")]
    [InlineData("defaultContentLanguage = 'zh-hk'\n[languages.zh-hk]\n[languages.en]\n")]
    [InlineData("defaultContentLanguage = 'zh-hk'\ndefaultContentLanguageInSubdir = true\n[languages.zh-hk]\n[languages.en]\n")]
    [InlineData("defaultContentLanguage = 'zh-hk'\n[languages.zh-hk]\ncontentDir = 'content/zh'\n[languages.en]\ncontentDir = 'content/en'\n")]
    [InlineData("[permalinks]\nnews = '/:year/:slug/'\n")]
    public void Are_those_that_Hugo_gives(string settings)
    {
        var hugo = Programs.RequireHugo();
        var content = settings.Contains("stories", StringComparison.Ordinal) ? "stories" : settings.Contains("content/zh", StringComparison.Ordinal) ? "content/zh" : "content";
        Write("hugo.toml", $"baseURL = 'https://news.example/'\n{settings}");
        var files = new Dictionary<string, string>();
        foreach (var (path, front) in new[]
        {
            ("post/2025/01/Big News (late).md", ""), ("post/2025/平安 夜.md", ""), ("post/a--b - c.md", ""), ("post/été.md", ""), ("post/x/index.md", ""), ("about.md", ""), ("post/a.b.md", ""),
            ("post/s.md", "slug: Own Slug"), ("post/y/index.md", "slug: own-y"), ("post/_index.md", ""), ("Ünder_score/deep/_index.md", ""), ("post/b.en.md", ""), ("post/z/index.en.md", ""),
        })
        {
            files[$"{content}/{path}"] = Write($"{content}/{path}", $"---\ntitle: 題\ndate: 2025-01-02\n{front}\n---\n文\n");
        }
        Write("layouts/_default/single.html", Page);
        Write("layouts/_default/list.html", $"{{{{ if .File }}}}{Page}{{{{ end }}}}");

        var given = Build(hugo);

        var addresses = SiteAddresses.Read(_folder.Path);
        var unlike = files.Select(file => (file.Key, Ours: addresses.Moved(file.Key, $"{content}/elsewhere.md", FrontMatter.Read(file.Value)).Old ?? "?", Hugos: given.GetValueOrDefault(file.Key[(content.Length + 1)..])))
            .Where(each => each.Ours != each.Hugos && !(each.Ours == "?" && settings.Contains("uglyURLs", StringComparison.Ordinal) && each.Key.EndsWith("_index.md", StringComparison.Ordinal)));
        Assert.Equal([], unlike);
    }

    [Theory]
    [InlineData("content/post/a.md", "content/post/a/index.md", "", "")]
    [InlineData("content/post/a.md", "content/post/b.md", "url: /x/", "")]
    [InlineData("content/post/a.md", "content/post/b.md", "slug: s", "")]
    [InlineData("content/news/a.md", "content/news/b.md", "", "")]
    [InlineData("content/post/a.md", "content/post/b.md", "", "/post/a/ /post/b/")]
    [InlineData("content/place/a.md", "content/place/b.md", "", "unknown")]
    [InlineData("content/post/a.md", "content/news/a.md", "", "/post/a/")]
    [InlineData("content/news/a.md", "content/post/a.md", "", "unknown")]
    [InlineData("docs/a.md", "content/post/a.md", "", "unknown")]
    public void Tell_whether_a_page_keeps_its_address(string from, string to, string front, string expected)
    {
        Write("hugo.toml", "[permalinks]\nnews = '/:year/:title/'\nplace = '/:year/:filename/'\n");
        var (old, now) = SiteAddresses.Read(_folder.Path).Moved(from, to, FrontMatter.Read($"---\n{front}\n---\n"));
        Assert.Equal(expected, now is null ? "" : old is null ? "unknown" : $"{old} {now}".Trim());
    }

    private string Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
        return text;
    }

    private Dictionary<string, string> Build(string hugo)
    {
        using var process = Process.Start(new ProcessStartInfo(hugo, ["--source", _folder.Path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (told, complained) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, complained + told.Result);
        return Directory.EnumerateFiles(_folder["public"], "*.html", SearchOption.AllDirectories).Select(File.ReadAllText).Where(text => text.StartsWith("page ", StringComparison.Ordinal))
            .Select(text => (Path: text["page ".Length..text.LastIndexOf(' ')], Address: Uri.UnescapeDataString(text[(text.LastIndexOf(' ') + 1)..])))
            .ToDictionary(page => page.Path, page => page.Address);
    }
}
