using AngleSharp.Html.Parser;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Editing;

public sealed class PagePreviewTests
{
    private static readonly PagePreview Page = new(new NewsroomSettings(), new Words());
    private static readonly SiteSettings NoSite = SiteSettings.Read("/nowhere");

    private const string Whole = """
        ---
        title: "渡輪 & 小輪"
        date: "2026-03-02 23:30:00"
        categories:
          - "港聞"
          - "交通"
        tags: ["渡輪", "海港"]
        thumbnail: "https://example.org/a b.jpg"
        lead: "今早 <開航>"
        authorbox: true
        pager: false
        toc: true
        sidebar: "left"
        widgets:
          - "search"
          - "taglist"
          - "own"
        ---
        正文
        """;

    [Fact]
    public void Above_the_text_stand_title_date_categories_lead_thumbnail_and_contents() => Assert.Equal(
        "<h1>渡輪 &amp; 小輪</h1>"
        + "<p class=\"meta\"><time>2026年3月2日</time> · 港聞、交通</p>"
        + "<p class=\"lead\">今早 &lt;開航&gt;</p>"
        + "<figure class=\"thumbnail\"><img src=\"https://example.org/a%20b.jpg\" alt=\"渡輪 &amp; 小輪\"></figure>"
        + "<p class=\"box toc\">目錄</p>",
        Page.Head(FrontMatter.Read(Whole), NoSite, Words.Chinese));

    [Fact]
    public void Below_it_stand_tags_author_box_and_the_sidebar_with_its_widgets_in_order() => Assert.Equal(
        "<p class=\"tags\"><span class=\"tag\">渡輪</span> <span class=\"tag\">海港</span></p>"
        + "<p class=\"box authorbox\">Author box</p>"
        + "<section class=\"sidebar left\"><p class=\"label\">Left sidebar</p><p class=\"box widget\">Search</p><p class=\"box widget\">Tags</p><p class=\"box widget\">own</p></section>",
        Page.Aside(FrontMatter.Read(Whole), NoSite, Words.English));

    [Theory]
    [InlineData("sidebar: false", "")]
    [InlineData("sidebar: \"\"", "")]
    [InlineData("sidebar: \"false\"", "right")]
    [InlineData("sidebar: right", "right")]
    [InlineData("title: a", "")]
    public void The_sidebar_is_where_the_theme_would_put_it(string field, string side) =>
        Assert.Equal(side, Parse(Page.Aside(Read(field), NoSite, Words.Chinese)).QuerySelector(".sidebar")?.ClassName?["sidebar ".Length..] ?? "");

    [Theory]
    [InlineData("date: 2026-03-01T20:00:00Z", "March 01, 2026")]
    [InlineData("date: 2026-03-01 23:59:59", "March 01, 2026")]
    [InlineData("date: 14/02/2025", null)]
    [InlineData("title: a", null)]
    public void The_date_is_that_of_the_zone_it_is_written_in_and_none_where_Hugo_drops_it(string field, string? shown) =>
        Assert.Equal(shown, Parse(Page.Head(Read(field), NoSite, Words.English)).QuerySelector("time")?.TextContent);

    [Theory]
    [InlineData("thumbnail: https://example.org/a.jpg", "https://example.org/a.jpg", null)]
    [InlineData("thumbnail: {src: \"https://example.org/a.jpg\", visibility: [list]}", "https://example.org/a.jpg", null)]
    [InlineData("thumbnail:\n  src: https://example.org/a.jpg\n  visibility:\n    - post", "https://example.org/a.jpg", null)]
    [InlineData("thumbnail: img/a.jpg", null, "img/a.jpg")]
    [InlineData("thumbnail: \"javascript:alert(1)\"", null, "javascript:alert(1)")]
    [InlineData("thumbnail: \"data:image/svg+xml,x\"", null, "data:image/svg+xml,x")]
    [InlineData("thumbnail: \"\"", null, null)]
    public void A_thumbnail_is_a_picture_where_it_can_be_fetched_and_its_name_elsewhere(string field, string? picture, string? name)
    {
        var head = Parse(Page.Head(Read(field), NoSite, Words.Chinese));
        Assert.Equal(picture, head.QuerySelector("img")?.GetAttribute("src"));
        Assert.Equal(name, head.QuerySelector("code")?.TextContent);
    }

    [Fact]
    public void What_the_article_leaves_open_is_the_site_s_default()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["hugo.yaml"], "timeZone: America/New_York\nparams: {sidebar: left, widgets: [search, own], authorbox: true, pager: false, toc: \"yes\"}\n");
        var site = SiteSettings.Read(folder.Path);
        string Page(string fields) => string.Join(' ', Parse(PagePreviewTests.Page.Head(Read(fields), site, Words.English) + PagePreviewTests.Page.Aside(Read(fields), site, Words.English))
            .QuerySelectorAll(".box, .sidebar").Select(box => box.ClassName == "box widget" ? box.TextContent : box.ClassName!));

        Assert.Equal("box toc box authorbox sidebar left Search own", Page("title: a"));
        Assert.Equal("box toc box authorbox sidebar left Search own", Page("sidebar: \"\"\nwidgets: []\ntoc: ~"));
        Assert.Equal("box pager sidebar right Tags", Page("toc: false\nauthorbox: false\npager: true\nsidebar: right\nwidgets: [taglist]"));
        Assert.Equal("box toc box authorbox", Page("sidebar: false"));
    }

    [Fact]
    public void Nothing_that_an_author_writes_becomes_an_element_or_an_attribute()
    {
        const string Hostile = "\\\"><img src=x onerror=alert(1)><script>alert(1)</script>";
        var front = Read($"""
            title: "{Hostile}"
            date: "{Hostile}"
            categories: ["{Hostile}"]
            tags: ["{Hostile}"]
            lead: "{Hostile}"
            thumbnail: "https://example.org/{Hostile}"
            sidebar: "{Hostile}"
            widgets: ["{Hostile}"]
            toc: "{Hostile}"
            authorbox: "{Hostile}"
            """);
        Assert.Null(front.Error);
        var page = Parse(Page.Head(front, NoSite, Words.Chinese) + Page.Aside(front, NoSite, Words.Chinese));
        Assert.Empty(page.QuerySelectorAll("script, img[onerror]"));
        Assert.All(page.Body!.QuerySelectorAll("*"), element => Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, new[] { "class", "src", "alt" })));
        Assert.Equal(["H1", "P", "P", "FIGURE", "IMG", "P", "P", "SPAN", "P", "SECTION", "P", "P"], page.Body!.QuerySelectorAll("*").Select(element => element.TagName));
    }

    [Fact]
    public void A_front_matter_that_does_not_parse_shows_an_empty_page() => Assert.Equal("", Page.Head(Read("title: [a"), NoSite, Words.Chinese));

    private static FrontMatter Read(string fields) => FrontMatter.Read($"---\n{fields}\n---\n");

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
