using System.Text.Json;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Rendering.Shortcodes;

public sealed class StandInTests
{
    private static readonly MarkdownRenderer Renderer = new();

    [Theory]
    [InlineData("{{< figure src=\"/a.jpg\" alt=\"港\" caption=\"圖：**記者**\" >}}", "<figure><img src=\"/a.jpg\" alt=\"港\"><figcaption><p>圖：<strong>記者</strong></p></figcaption></figure>")]
    [InlineData("{{< figure src=\"/a.jpg\" title=\"題\" link=\"/b\" attr=\"攝\" attrlink=\"https://example.org/\" class=\"x\" >}}", "<figure><a href=\"/b\"><img src=\"/a.jpg\" alt=\"\"></a><figcaption><h4>題</h4><p><a href=\"https://example.org/\">攝</a></p></figcaption></figure>")]
    [InlineData("{{< figure src=\"javascript:x\" link=\"javascript:x\" >}}", "<figure><a href=\"\"><img src=\"\" alt=\"\"></a></figure>")]
    [InlineData("見[這裡]({{< ref \"news/一.md\" >}})。", "<p>見<a href=\"news/%E4%B8%80.md\">這裡</a>。</p>")]
    [InlineData("見[這裡]({{% relref \"a.md\" %}})。", "<p>見<a href=\"a.md\">這裡</a>。</p>")]
    [InlineData("{{< ref \"a.md\" >}}", "<p>a.md</p>")]
    [InlineData("{{< highlight go >}}\na < b\n{{< /highlight >}}", "<pre><code class=\"language-go\">a &lt; b\n</code></pre>")]
    public void Hugos_own_are_shown_as_what_they_make(string body, string html) => Assert.Equal(html, Html(body));

    [Theory]
    [InlineData("{{< youtube a-b_c >}}", "youtube", "YouTube", "https://www.youtube.com/watch?v=a-b_c", null)]
    [InlineData("{{< youtube id=\"a\" title=\"題\" >}}", "youtube", "YouTube", "https://www.youtube.com/watch?v=a", "題")]
    [InlineData("{{< vimeo 12 >}}", "vimeo", "Vimeo", "https://vimeo.com/12", null)]
    [InlineData("{{< gist desk 34 >}}", "gist", "GitHub Gist", "https://gist.github.com/desk/34", null)]
    [InlineData("{{< tweet user=\"desk\" id=\"12\" >}}", "tweet", "X", "https://twitter.com/desk/status/12", null)]
    [InlineData("{{< x 12 >}}", "x", "X", "https://twitter.com/i/status/12", null)]
    [InlineData("{{< instagram \"a/b\" >}}", "instagram", "Instagram", "https://www.instagram.com/p/a%2Fb", null)]
    public void What_would_be_fetched_from_elsewhere_is_a_card_with_a_link(string body, string name, string site, string url, string? title) =>
        Assert.Equal($"<p><span class=\"shortcode\" data-shortcode=\"{name}\"><strong>{site}</strong> <a href=\"{url}\">{title ?? url}</a></span></p>", Html(body));

    [Theory]
    [InlineData("甲 {{< param \"x\" >}} 乙", "<p>甲 <span class=\"shortcode\" data-shortcode=\"param\">{{&lt; param &quot;x&quot; &gt;}}</span> 乙</p>")]
    [InlineData("{{%  note\n a=1 %}}", "<p><span class=\"shortcode\" data-shortcode=\"note\">{{% note a=1 %}}</span></p>")]
    [InlineData("![{{< a \"b\" >}}](/c.jpg)", "<p><img src=\"/c.jpg\" alt=\"{{&lt; a &quot;b&quot; &gt;}}\"></p>")]
    public void Any_other_is_a_chip_with_its_name_and_what_it_is_given(string body, string html) => Assert.Equal(html, Html(body));

    [Theory]
    [InlineData("甲 {{< param foo >}} 乙", "<p>甲 b&lt;a&gt;r 乙</p>")]
    [InlineData("{{< param \"map.key\" >}}", "<p>v</p>")]
    [InlineData("{{< param list >}}", "<p>[a b]</p>")]
    [InlineData("{{< param FOO >}} {{% param site %}} {{< param \"deep.er\" >}}", "<p>b&lt;a&gt;r 網 1.5</p>")]
    [InlineData("{{< param both >}}", "<p>頁</p>")]
    [InlineData("[甲]({{< param address >}})", "<p><a href=\"https://example.org/\">甲</a></p>")]
    [InlineData("[甲]({{< param script >}})", "<p><a href=\"\">甲</a></p>")]
    [InlineData("{{< param nothing >}}", "<p><span class=\"shortcode refused\" data-shortcode=\"param\">{{&lt; param nothing &gt;}} = ?</span></p>")]
    [InlineData("{{< param off >}}", "<p><span class=\"shortcode refused\" data-shortcode=\"param\">{{&lt; param off &gt;}} = ?</span></p>")]
    [InlineData("{{< param >}}", "<p><span class=\"shortcode refused\" data-shortcode=\"param\">{{&lt; param &gt;}} = ?</span></p>")]
    public void A_param_is_the_value_of_the_page_or_the_site_or_says_that_there_is_none(string body, string html)
    {
        using var site = new TemporaryFolder();
        File.WriteAllText(Path.Combine(site.Path, "hugo.toml"), "[params]\nsite = \"網\"\nboth = \"站\"\n[params.deep]\ner = 1.5\n");
        var front = FrontMatter.Read("---\nfoo: b<a>r\nboth: 頁\nmap: {key: v}\nlist: [a, b]\noff: false\naddress: https://example.org/\nscript: \"javascript:x\"\n---\n");
        var text = Renderer.Render(body, GoldmarkSettings.Default, new PageParams(front, SiteSettings.Read(site.Path).Shortcodes));
        Assert.Equal(html, string.Concat(text.Blocks.Select(block => block.Html)).TrimEnd('\n'));
    }

    [Fact]
    public void Between_percent_signs_the_text_is_the_pages_Markdown() =>
        Assert.Equal("<p><span class=\"shortcode\" data-shortcode=\"note\">{{% note %}}</span></p>\n<p><strong>重</strong></p>\n<p><span class=\"shortcode\" data-shortcode=\"note\">{{% /note %}}</span></p>", Html("{{% note %}}\n\n**重**\n\n{{% /note %}}"));

    [Theory]
    [InlineData("{{< pull >}}引**文**{{< /pull >}}。", "<p><span class=\"shortcode\" data-shortcode=\"pull\">{{&lt; pull &gt;}}</span>引**文**<span class=\"shortcode\" data-shortcode=\"pull\">{{&lt; /pull &gt;}}</span>。</p>")]
    [InlineData("{{< pull >}}\n# <b>引\n\n文\n{{< /pull >}}", "<p><span class=\"shortcode\" data-shortcode=\"pull\">{{&lt; pull &gt;}}</span></p>\n<pre class=\"plain\"># &lt;b&gt;引\n\n文</pre>\n<p><span class=\"shortcode\" data-shortcode=\"pull\">{{&lt; /pull &gt;}}</span></p>")]
    [InlineData("{{< g >}}\n{{< figure src=\"/a.jpg\" >}}\n{{< /g >}}", "<p><span class=\"shortcode\" data-shortcode=\"g\">{{&lt; g &gt;}}</span></p>\n<figure><img src=\"/a.jpg\" alt=\"\"></figure>\n<p><span class=\"shortcode\" data-shortcode=\"g\">{{&lt; /g &gt;}}</span></p>")]
    public void Between_pointed_brackets_it_stands_as_it_is(string body, string html) => Assert.Equal(html, Html(body));

    [Theory]
    [InlineData("{{< now.inline >}}{{ now }}{{< /now.inline >}}", "<p><span class=\"shortcode refused\" data-shortcode=\"now.inline\">{{&lt; now.inline &gt;}}</span></p>")]
    [InlineData("{{% now.inline %}}{{ now }}{{% /now.inline %}}", "<p><span class=\"shortcode refused\" data-shortcode=\"now.inline\">{{% now.inline %}}</span></p>")]
    public void An_inline_one_is_refused_with_its_text(string body, string html) => Assert.Equal(html, Html(body));

    [Theory]
    [InlineData("{{</* figure src=a */>}}", "<p>{{&lt; figure src=a &gt;}}</p>")]
    [InlineData("{{%/* a */%}}", "<p>{{% a %}}</p>")]
    [InlineData("{{< 未完", "<p>{{&lt; 未完</p>")]
    [InlineData("\uE0F00\uE0F1 {{< a >}}", "<p>\uFFFD0\uFFFD <span class=\"shortcode\" data-shortcode=\"a\">{{&lt; a &gt;}}</span></p>")]
    public void What_calls_none_is_text(string body, string html) => Assert.Equal(html, Html(body));

    /// <summary>How many chips each makes: none, or those that Hugo would call, in code too.</summary>
    [Fact]
    public void Each_shared_injection_shows_what_it_would_call()
    {
        var chips = File.ReadLines(SharedFolder.Require("material", "hugo", "shortcodes.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("s").GetString()!)
            .ToDictionary(text => text, text => Html(text).Split("data-shortcode=").Length - 1);
        string[] none = ["{{< ref \"missing.md\" >}}", "{{< relref \"../../secret\" >}}", "{{</* ok */>}}", "{{ readDir \"/\" }}", "&#123;&#123;< x >}}", "{{\u200b< x >}}"];
        Assert.Equal(none.Order(StringComparer.Ordinal), chips.Where(chip => chip.Value == 0).Select(chip => chip.Key).Order(StringComparer.Ordinal));
        Assert.Equal(4, chips["{{< a >}}{{< b >}}{{< /a >}}{{< /b >}}"]);
        Assert.Contains("refused", Html("{{< x.inline >}}{{ readFile \"/etc/passwd\" }}{{< /x.inline >}}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_ones_are_read_to_a_depth_and_then_shown_as_text()
    {
        var html = Html(string.Concat(Enumerable.Repeat("{{< a >}}", 500)) + "心" + string.Concat(Enumerable.Repeat("{{< /a >}}", 500)));
        Assert.Contains("心", html, StringComparison.Ordinal);
        Assert.InRange(html.Split("data-shortcode=").Length - 1, 2, 40);
    }

    private static string Html(string body) => string.Concat(Renderer.Render(body).Blocks.Select(block => block.Html)).TrimEnd('\n');
}
