using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public sealed class PathPatternTests
{
    private const string Two = "languages: {en: {weight: 1}, zh-HK: {weight: 2}}\n";
    private const string Apart = "languages: {en: {contentDir: content/en}, zh-HK: {contentDir: content/zh}}\n";

    [Theory]
    [InlineData("", "content/post/{year}/{slug}.md", null)]
    [InlineData("", "content/post/{slug}/index.md", null)]
    [InlineData("", "articles/{slug}.md", "hugo.pattern.outside (articles/{slug}.md, content)")]
    [InlineData("", "contents/{slug}.md", "hugo.pattern.outside (contents/{slug}.md, content)")]
    [InlineData("contentDir: stories\n", "content/{slug}.md", "hugo.pattern.outside (content/{slug}.md, stories)")]
    [InlineData(Two, "content/{slug}.zh-hk.md", null)]
    [InlineData(Two, "content/{slug}.zh-HK.md", "hugo.pattern.language (content/{slug}.zh-HK.md, zh-HK, en, zh-hk)")]
    [InlineData(Two, "content/{slug}.fr.md", "hugo.pattern.language (content/{slug}.fr.md, fr, en, zh-hk)")]
    [InlineData(Apart, "content/zh/post/{slug}.md", null)]
    [InlineData(Apart, "content/fr/post/{slug}.md", "hugo.pattern.outside (content/fr/post/{slug}.md, content/en, content/zh)")]
    [InlineData(Apart, "content/post/{slug}.md", "hugo.pattern.outside (content/post/{slug}.md, content/en, content/zh)")]
    public void Leads_into_the_site_or_says_what_is_wrong(string settings, string pattern, string? wrong)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["hugo.yaml"], settings);

        var problem = PathPattern.Problem(pattern, SiteSettings.Read(folder.Path));

        Assert.Equal(wrong, problem is { } found ? $"{found.Word} ({string.Join(", ", found.Values)})" : null);
    }
}
