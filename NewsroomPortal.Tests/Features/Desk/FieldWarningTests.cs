using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using NewsroomPortal.Features.Desk;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Tests.Features.Desk;

public sealed class FieldWarningTests : IAsyncLifetime
{
    private FormPage _open = null!;

    public FieldWarningTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _open = await FormPage.Open();

    public ValueTask DisposeAsync() => _open.DisposeAsync();

    [Theory]
    [InlineData("date: \"2026-03-01 18:30:00\"", "date: \"2026-03-03 18:30:00\"", "date", "in the future")]
    [InlineData("date: \"2026-03-01 18:30:00\"", "date: \"01/03/2026\"", "date", "cannot read this date")]
    [InlineData("toc: false", "toc: \"false\"", "toc", "is a text, not a switch")]
    [InlineData("  - \"recent\"", "  - \"weather\"", "widgets", "weather")]
    [InlineData("tags:\n  - \"渡輪\"\n  - \"碼頭\"\n", "tags: \"渡輪\"\n", "tags", "a list must be")]
    [InlineData("  - \"碼頭\"", "  - \"C#\"", "tags", "\"C#\" makes a dead link")]
    [InlineData("thumbnail: \"\"", "thumbnail: {src: \"a.jpg\"}", "thumbnail", "edit it in the front matter")]
    public async Task What_Hugo_misreads_is_warned_of_at_its_field(string line, string changed, string key, string words)
    {
        var form = await Show(SampleStory.With(line, changed));
        Assert.Contains(words, form.Find($"[data-key={key}] .np-warning").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tags:\n  - \"渡輪\"\n  - \"碼頭\"\n", "tags: \"渡輪, 碼頭\"\n", "tags", "tags:\n  - \"渡輪\"\n  - \"碼頭\"\n")]
    [InlineData("toc: false", "toc: \"false\"", "toc", "toc: false")]
    [InlineData("mathjax: false", "mathjax: \"true\"", "mathjax", "mathjax: true")]
    [InlineData("sidebar: \"right\"", "sidebar: \"top\"", "sidebar", "sidebar: \"right\"")]
    [InlineData("sidebar: \"right\"", "sidebar: \"false\"", "sidebar", "sidebar: false")]
    [InlineData("2026-03-01 18:30:00", "01/03/2026", "date", "2026-03-01 00:00:00")]
    [InlineData("2026-03-01 18:30:00", "2026-03-01 18:30", "date", "2026-03-01 18:30:00")]
    [InlineData("2026-03-01 18:30:00", "2026年3月1日 18:30", "date", "2026-03-01 18:30:00")]
    [InlineData("2026-03-01 18:30:00", "2026-03-03 18:30:00", "date", "2026-03-02 09:00:00")]
    [InlineData("lead: \"\"", "draft: \"true\"\nlead: \"\"", "draft", "draft: false\nlead: \"\"")]
    [InlineData("lead: \"\"", "expiryDate: 2026-03-01\nlead: \"\"", "expiryDate", "lead: \"\"")]
    [InlineData("lead: \"\"", "publishDate: 2026-03-03\nlead: \"\"", "publishDate", "lead: \"\"")]
    [InlineData("lead: \"\"", "url: \"https://news.example/ferry/\"\nlead: \"\"", "url", "url: \"/ferry/\"\nlead: \"\"")]
    [InlineData("  - \"recent\"", "  - \"weather\"\n  - \"recent\"", "widgets", "  - \"recent\"")]
    [InlineData("  - \"碼頭\"", "  - \"碼頭\"\n  - \"C#\"", "tags", "  - \"碼頭\"")]
    public async Task One_press_mends_what_is_wrong(string line, string wrong, string key, string mended)
    {
        var form = await Show(SampleStory.With(line, wrong));
        await form.InvokeAsync(() => form.Find($"[data-key={key}] .np-warning button").ClickAsync(new()));
        Assert.Equal(SampleStory.With(line, mended), await Text());
        Assert.Empty(form.FindAll($"[data-key={key}] .np-warning"));
    }

    [Theory]
    [InlineData("draft: nope", "draft")]
    [InlineData("aliases: /old/", "aliases")]
    [InlineData("keywords: a b", "keywords")]
    [InlineData("isCJKLanguage: \"true\"", "isCJKLanguage")]
    public async Task What_Hugo_reads_all_the_same_is_not_warned_of(string line, string key)
    {
        var form = await Show(SampleStory.With("lead: \"\"", $"{line}\nlead: \"\""));
        Assert.Empty(form.FindAll($"[data-key={key}] .np-warning"));
    }

    [Fact]
    public async Task The_site_s_own_settings_decide_what_is_warned_of_and_what_the_default_is()
    {
        PutSite("""
            timeZone = "Asia/Hong_Kong"
            buildDrafts = true
            buildFuture = true
            [taxonomies]
            category = "categories"
            desk = "desks"
            [params]
            toc = true
            sidebar = "left"
            widgets = ["search", "weather"]
            """);
        var form = await Show(SampleStory.With("lead: \"\"", "draft: true\npublishDate: 2099-01-01\ndesk: [a]\ndesks: a\nlead: \"\""));
        Assert.Empty(form.FindAll("[data-key=draft] .np-warning, [data-key=publishDate] .np-warning"));
        Assert.Contains("no taxonomy tags", form.Find("[data-key=tags] .np-warning").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Hugo does not read desk; this site's key is desks. Rename it in the front matter.", "This is one text where a list must be, and fails the whole site."],
            form.FindAll(".np-unknown .np-warning").Select(warning => warning.TextContent));
        Assert.NotNull(Radio(form, "toc", "Site default: On"));
        Assert.NotNull(Radio(form, "sidebar", "Site default: Left"));
        Assert.Equal("Site default: Search, weather", form.FindAll("[data-key=widgets] button")[^1].TextContent.Trim());
    }

    [Fact]
    public async Task A_widget_that_the_site_has_a_template_for_is_known()
    {
        PutSite("theme = \"main\"\n");
        var widgets = Directory.CreateDirectory(Path.Combine(_open.Newsroom.Get<CurrentSite>().Folder, "themes", "main", "layouts", "partials", "widgets"));
        await File.WriteAllTextAsync(Path.Combine(widgets.FullName, "weather.html"), "", Cancel);
        var form = await Show(SampleStory.With("  - \"recent\"", "  - \"weather\""));
        Assert.Empty(form.FindAll("[data-key=widgets] .np-warning"));
    }

    [Fact]
    public async Task Toml_is_warned_of_and_mended_as_YAML_is()
    {
        var form = await Show("+++\ntitle = \"渡輪\"\ndate = 2026-03-01T18:30:00+08:00\ntags = \"碼頭\"\n+++\n\n內文。\n");
        await form.InvokeAsync(() => form.Find("[data-key=tags] .np-warning button").ClickAsync(new()));
        Assert.Equal("+++\ntitle = \"渡輪\"\ndate = 2026-03-01T18:30:00+08:00\ntags = [\"碼頭\"]\n+++\n\n內文。\n", await Text());
        Assert.Empty(form.FindAll(".np-warning"));
    }

    private Task<IRenderedComponent<MetadataForm>> Show(string text) => _open.Show(text);

    private Task<string> Text() => _open.Text();

    private void PutSite(string settings)
    {
        var folder = Directory.CreateDirectory(_open.Newsroom.Get<CurrentSite>().Folder).FullName;
        File.WriteAllText(Path.Combine(folder, "hugo.toml"), settings);
    }

    private static IElement Radio(IRenderedComponent<MetadataForm> form, string key, string position) =>
        form.FindAll($"[data-key={key}] label").Single(label => label.TextContent == position).QuerySelector("input")!;
}
