using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Rendering;

public sealed class SafetyTests
{
    private static readonly MarkdownRenderer Renderer = new();
    private static readonly HtmlParser Parser = new();

    private static readonly HashSet<string> Elements =
    [
        "a", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "input",
        "li", "ol", "p", "pre", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "href", "src", "alt", "title", "id", "class", "role", "start", "align", "tabindex", "data-lang", "data-shortcode", "checked", "disabled", "type",
    ];

    /// <summary>What a site with <c>unsafe</c> may show besides.</summary>
    private static readonly HashSet<string> RawElements =
    [
        "abbr", "article", "aside", "b", "bdo", "caption", "center", "cite", "details", "dfn", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "section", "small",
        "strike", "sub", "summary", "tfoot", "time", "tt", "u", "var", "wbr",
    ];

    private static readonly HashSet<string> RawAttributes = ["lang", "datetime", "open", "reversed", "dir", "width", "height", "colspan", "rowspan"];

    private static readonly GoldmarkSettings Unsafe = new() { Unsafe = true };

    private static readonly HashSet<string> Classes =
        ["footnotes", "footnote-ref", "footnote-backref", "plain", "shortcode", "refused", "highlight"];

    private static readonly HashSet<string> Schemes =
        ["http", "https", "mailto", "tel", "ftp", "sms", "geo", "magnet", "irc", "ircs", "xmpp", "news", "doi", "urn"];

    [Fact]
    public void Nothing_but_the_listed_elements_and_attributes_survives_any_payload()
    {
        var file = SharedFolder.Require("material", "xss", "payloads.jsonl");
        foreach (var line in File.ReadLines(file))
        {
            using var item = JsonDocument.Parse(line);
            var payload = item.RootElement.GetProperty("payload").GetString()!;
            foreach (var text in Places(payload))
                AssertSafe(text);
        }
    }

    [Fact]
    public void Nothing_but_the_listed_elements_and_attributes_survives_random_markup() =>
        Pick.OneOf(
            "[", "]", "(", ")", "<", ">", "\"", "'", "`", "*", "_", "~", "|", "\n", "\n\n", " ", "    ", "&", "&quot;", "&lt;", "\\", "!", "#", ":", "\uE0F0", "0", "\uE0F1", "%EE%83%B0",
            "javascript:", "data:text/html,", "data:image/png;", "x", "字", "{{<", ">}}", "{{% a", "figure src=", "ref \"", "onload=", "<img", "<script>", "</script>", "style=", "{#", ".c}", "- ", "> ", "[^1]", "[^1]: ", "|-|")
            .Array[1, 60].Sample(parts => AssertSafe(string.Concat(parts)), iter: 20_000);

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](&#106;avascript:alert(1))")]
    [InlineData("[a](javascript&colon;alert(1))")]
    [InlineData("[a](java\\script:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![a](javascript:alert(1))")]
    [InlineData("[a]\n\n[a]: vbscript:x")]
    [InlineData("[a](data:text/html,x)")]
    [InlineData("![a](data:image/svg+xml;base64,x)")]
    [InlineData("[a](file:///etc/passwd)")]
    public void No_address_runs_a_script_or_reaches_a_file_in_either_rendering(string body)
    {
        foreach (var html in new[] { Html(body), Renderer.ToHtml(body) })
        {
            foreach (var element in Parse(html).QuerySelectorAll("[href], [src]"))
                Assert.DoesNotMatch("^(?i)(javascript|vbscript|data|file):", element.GetAttribute("href") ?? element.GetAttribute("src"));
        }
    }

    [Theory]
    [InlineData("<b>粗</b>與<ruby>漢<rt>hàn</rt></ruby>", "<p><b>粗</b>與<ruby>漢<rt>hàn</rt></ruby></p>\n")]
    [InlineData("<div style=\"position:fixed\" class=\"a\" id=\"login\" onclick=\"x\" title=\"題\">\n甲 & &amp; &lt;\n</div>", "<div title=\"題\">\n甲 &amp; &amp; &lt;\n</div>\n")]
    [InlineData("<form action=\"https://x.test\"><input name=\"a\"><button>按</button></form>", "按\n")]
    [InlineData("甲 <script>x</script> 乙", "<p>甲 x 乙</p>\n")]
    [InlineData("<script>\nalert(1)\n</script>", "\n")]
    [InlineData("<svg><a href=\"javascript:x\">a</a></svg> 乙", "<p><a href=\"\">a</a> 乙</p>\n")]
    [InlineData("<table><tr><td>1<td>2<tr><td>3</table>", "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>\n")]
    [InlineData("<div>\n\n甲\n\n</div>", "<div>\n</div><p>甲</p>\n\n")]
    [InlineData("<a href=\"JavaScript&colon;alert(1)\" href=\"/b\">甲</a>", "<p><a href=\"\">甲</a></p>\n")]
    [InlineData("<img src=\" /a.png \" width=10 height='5%' onerror=x>", "<img src=\"/a.png\" width=\"10\">\n")]
    [InlineData("<iframe src=\"https://www.example.org/v?a=1&amp;b=2\"></iframe>", "<span class=\"shortcode\" data-shortcode=\"iframe\"><a href=\"https://www.example.org/v?a=1&amp;b=2\">https://www.example.org/v?a=1&amp;b=2</a></span>\n")]
    [InlineData("<details open>\n<summary>問</summary>\n答 <a \n</details", "<details open=\"\">\n<summary>問</summary>\n答 &lt;a \n&lt;/details\n</details>")]
    public void A_site_that_lets_raw_HTML_in_sees_in_the_preview_what_is_safe_of_it(string body, string html) => Assert.Equal(html, Html(body, Unsafe));

    [Fact]
    public void A_file_of_such_a_site_has_its_HTML_as_it_stands() =>
        Assert.Equal("<p><b class=\"x\">粗</b></p>\n<div onclick=\"x\">\n乙\n</div>\n", Renderer.ToHtml("<b class=\"x\">粗</b>\n\n<div onclick=\"x\">\n乙\n</div>", Unsafe));

    [Fact]
    public void A_protocol_of_the_site_cannot_run_a_script_in_the_portal() =>
        Assert.Contains("<a href=\"\">www.example.org</a>", Html("www.example.org", new() { LinkifyProtocol = "javascript" }), StringComparison.Ordinal);

    [Fact]
    public void A_picture_may_hold_its_own_bytes_but_a_link_may_not()
    {
        Assert.Contains("src=\"data:image/png;base64,AA\"", Html("![a](data:image/png;base64,AA)"), StringComparison.Ordinal);
        Assert.Contains("href=\"\"", Html("[a](data:image/png;base64,AA)"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_prefixed_and_other_attributes_of_headings_dropped_in_a_preview()
    {
        const string body = "# 標題 {#login .overlay style=\"position:fixed\" onclick=\"x\"}\n\n文[^1]\n\n[^1]: 註\n";
        Assert.StartsWith("<h1 id=\"t-login\">標題</h1>", Html(body), StringComparison.Ordinal);
        Assert.All(Parse(Html(body)).QuerySelectorAll("[id]"), element => Assert.StartsWith("t-", element.Id));
        Assert.Equal("<h1 id=\"login\" class=\"overlay\" style=\"position:fixed\">標題</h1>", Renderer.ToHtml(body).Split('\n')[0]);
    }

    private static IEnumerable<string> Places(string payload) =>
    [
        payload,
        $"文字 {payload} 文字",
        $"[標題]({payload})",
        $"![{payload}](</x \"{payload}\")",
        $"# {payload} {{{payload}}}",
        $"| a |\n|---|\n| {payload} |",
        $"```{payload}\n{payload}\n```",
        $"```go {{linenos=table, anchorlinenos=true, lineanchors={payload}}}\n{payload}\n```",
        $"[^1]\n\n[^1]: {payload}",
        $"{{{{< figure src=\"{payload}\" caption={payload} title=`{payload}` >}}}}",
        $"{{{{< {payload} \"{payload}\" >}}}} [a]({{{{< ref \"{payload}\" >}}}})",
    ];

    private static void AssertSafe(string text)
    {
        AssertSafe(text, GoldmarkSettings.Default);
        AssertSafe(text, Unsafe);
    }

    private static void AssertSafe(string text, GoldmarkSettings settings)
    {
        var document = Parse(Html(text, settings));
        Assert.Empty(document.Head!.Children);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.True(Elements.Contains(element.LocalName) || (settings.Unsafe && RawElements.Contains(element.LocalName)), $"<{element.LocalName}> from {text}");
            foreach (var attribute in element.Attributes)
                AssertSafe(element, attribute, text, settings);
        }
    }

    private static void AssertSafe(IElement element, IAttr attribute, string text, GoldmarkSettings settings)
    {
        Assert.True(Attributes.Contains(attribute.Name) || (settings.Unsafe && RawAttributes.Contains(attribute.Name)), $"{attribute.Name} on <{element.LocalName}> from {text}");
        if (attribute.Name == "class")
            Assert.All(element.ClassList, name => Assert.True(Classes.Contains(name) || name.StartsWith("language-", StringComparison.Ordinal) || element.LocalName == "code", $"class {name} from {text}"));
        if (attribute.Name == "id")
            Assert.StartsWith("t-", attribute.Value);
        if (attribute.Name is "href" or "src")
            Assert.True(HasSafeScheme(element, attribute.Value), $"{attribute.Value} from {text}");
        if (element.LocalName == "input")
            Assert.True(element.HasAttribute("disabled") && element.GetAttribute("type") == "checkbox");
    }

    /// <summary>By the rules of the WHATWG's URL standard: leading controls and spaces, and all tabs and line ends, are dropped before a scheme is looked for.</summary>
    private static bool HasSafeScheme(IElement element, string url)
    {
        var stripped = string.Concat(url.Where(c => c is not ('\t' or '\n' or '\r'))).TrimStart([.. Enumerable.Range(0, 33).Select(c => (char)c)]);
        var colon = stripped.IndexOf(':');
        if (colon < 1 || !char.IsAsciiLetter(stripped[0]) || stripped[..colon].Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')))
            return true;
        var isPicture = element.LocalName == "img" && stripped.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) && !stripped.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase);
        return isPicture || Schemes.Contains(stripped[..colon].ToLowerInvariant());
    }

    private static string Html(string body) => Html(body, GoldmarkSettings.Default);

    private static string Html(string body, GoldmarkSettings settings) => string.Concat(Renderer.Render(body, settings).Blocks.Select(block => block.Html));

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string html) => Parser.ParseDocument(html);
}
