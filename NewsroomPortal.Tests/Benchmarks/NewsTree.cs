using System.Globalization;
using System.Text;

namespace NewsroomPortal.Benchmarks;

/// <summary>A Hugo site in a newsroom's shape: invented news by month, seventeen fields each, and the plainest layouts that use them.</summary>
internal static class NewsTree
{
    private const int FilesADay = 20;

    private static readonly string[] Sections = ["港聞", "國際", "財經", "體育", "娛樂", "副刊", "科技", "社論"];

    private static readonly (string Path, string Text)[] Site =
    [
        ("hugo.toml", "baseURL = 'https://news.example.hk/'\nlanguageCode = 'zh-HK'\ntitle = '晨早新聞'\n"),
        ("layouts/_default/single.html",
            "<!doctype html><html lang=\"zh-HK\"><head><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1><time>{{ .Date }}</time>"
            + "{{ range .Params.tags }}<a href=\"{{ \"tags/\" | relURL }}{{ . | urlize }}\">{{ . }}</a>{{ end }}{{ .Content }}</body></html>\n"),
        ("layouts/_default/list.html",
            "<!doctype html><html lang=\"zh-HK\"><head><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>"
            + "{{ range first 50 .Pages }}<p><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></p>{{ end }}</body></html>\n"),
        ("layouts/_default/terms.html",
            "<!doctype html><html lang=\"zh-HK\"><head><title>{{ .Title }}</title></head><body>"
            + "{{ range .Data.Terms.ByCount }}<a href=\"{{ .Page.RelPermalink }}\">{{ .Page.Title }} {{ .Count }}</a>{{ end }}</body></html>\n"),
    ];

    /// <summary>The bytes of all content.</summary>
    public static long Write(string folder, int count)
    {
        foreach (var (path, text) in Site)
        {
            Put(folder, path, text);
        }
        var bodies = Enumerable.Range(0, 200).Select(number => ChineseArticle.Body(2 + number % 2, number)).ToArray();
        var day = new DateTime(2025, 12, 31, 9, 0, 0, DateTimeKind.Utc);
        var bytes = 0L;
        for (var number = 0; number < count; number++)
        {
            var at = day.AddDays(-(number / FilesADay)).AddMinutes(7 * (number % FilesADay));
            var path = string.Create(CultureInfo.InvariantCulture, $"content/post/{at:yyyy}/{at:MM}/{at:yyyyMMdd}-{number % FilesADay + 1}.md");
            bytes += Put(folder, path, FrontMatter(number, at) + bodies[number % bodies.Length]);
        }
        return bytes;
    }

    internal static string FrontMatter(int number, DateTime at)
    {
        var headline = $"{Sections[number % Sections.Length]}第{number}則：渡輪今早恢復服務";
        string[] tags = [$"專題{number % 97}", $"地區{number % 18}", $"人物{number % 1009}"];
        return $"""
            ---
            title: "{headline}"
            date: "{at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}"
            summary: "{headline}，乘客大致暢順…"
            categories:
              - "{Sections[number % Sections.Length]}"
              - "早報"
            lang:
              - "zh-HK"
            translations:
              - "zh-HK"
            tags:
              - "{string.Join("\"\n  - \"", tags)}"
            menu: ""
            thumbnail: ""
            lead: ""
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


            """;
    }

    private static int Put(string folder, string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var bytes = Encoding.UTF8.GetBytes(text);
        File.WriteAllBytes(full, bytes);
        return bytes.Length;
    }
}
