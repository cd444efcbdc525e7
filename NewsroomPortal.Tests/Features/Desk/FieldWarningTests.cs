using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using NewsroomPortal.Features.Desk;
using NewsroomPortal.Features.Desk.Fields;
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

    [Fact]
    public async Task A_date_to_come_is_warned_of_until_its_very_moment_and_an_expiry_from_then_on()
    {
        var now = _open.Newsroom.Clock.GetUtcNow();
        var form = await Show($"---\ntitle: 渡輪\ndate: {now.AddHours(30):yyyy-MM-ddTHH:mm:ssZ}\nexpiryDate: {now.AddHours(50):yyyy-MM-ddTHH:mm:ssZ}\n---\n\n內文。\n");
        using var watch = Watch(form);
        _open.Newsroom.Clock.Advance(TimeSpan.FromHours(30) - TimeSpan.FromSeconds(1));
        Assert.Single(form.FindAll("[data-key=date] .np-warning"));
        _open.Newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        form.WaitForAssertion(() => Assert.Empty(form.FindAll(".np-warning")));
        _open.Newsroom.Clock.Advance(TimeSpan.FromHours(20));
        form.WaitForAssertion(() => Assert.Single(form.FindAll("[data-key=expiryDate] .np-warning")));
    }

    [Fact]
    public async Task The_site_s_settings_are_followed_and_a_broken_file_is_told_while_what_was_read_before_counts()
    {
        PutSite("buildDrafts = true\n");
        var form = await Show("---\ntitle: 渡輪\ndate: 2020-01-01\ndraft: true\n---\n\n內文。\n");
        using var watch = Watch(form);
        Assert.Empty(form.FindAll(".np-warning"));
        PutSite("buildDrafts = [\n# broken\n");
        _ = _open.Newsroom.Get<CurrentSite>().Settings;
        form.WaitForAssertion(() => Assert.Contains("hugo.toml", Assert.Single(form.FindAll(".np-warning")).TextContent, StringComparison.Ordinal));
        PutSite("title = \"a longer one than before\"\n");
        _ = _open.Newsroom.Get<CurrentSite>().Settings;
        form.WaitForAssertion(() => Assert.NotNull(Assert.Single(form.FindAll(".np-warning")).Closest("[data-key=draft]")));
    }

    [Fact]
    public async Task A_form_that_was_left_is_not_judged_any_more()
    {
        var form = await Show($"---\ntitle: 渡輪\ndate: {_open.Newsroom.Clock.GetUtcNow().AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\n---\n\n內文。\n");
        Watch(form).Dispose();
        var changes = 0;
        _open.Form.Changed += () => changes++;
        _open.Newsroom.Clock.Advance(TimeSpan.FromHours(2));
        PutSite("buildDrafts = true\n");
        _ = _open.Newsroom.Get<CurrentSite>().Settings;
        Assert.Equal(0, changes);
    }

    private WarningWatch Watch(IRenderedComponent<MetadataForm> form) =>
        new(_open.Form, _open.Newsroom.Get<FieldWarnings>(), _open.Newsroom.Get<CurrentSite>(), _open.Newsroom.Clock, form.InvokeAsync);

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
