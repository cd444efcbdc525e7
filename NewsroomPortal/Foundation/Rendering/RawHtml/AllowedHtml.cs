using System.Collections.Frozen;

namespace NewsroomPortal.Foundation.Rendering.RawHtml;

/// <summary>
/// What of an author's HTML a preview shows, after GitHub's list: elements that mark up text. Nothing that covers the page, takes input, names itself for
/// a script, or is read by other rules than HTML's text (script, style, svg, math, template, noscript).
/// </summary>
static class AllowedHtml
{
    static readonly FrozenSet<string> Elements = FrozenSet.Create(
        "a", "abbr", "article", "aside", "b", "bdo", "blockquote", "br", "caption", "center", "cite", "code", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strike",
        "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr");

    static readonly FrozenSet<string> Voids = FrozenSet.Create("br", "hr", "img", "wbr");

    /// <summary>Their content is no text of the page.</summary>
    static readonly FrozenSet<string> Swallowing = FrozenSet.Create(
        "head", "iframe", "math", "noembed", "noframes", "noscript", "object", "plaintext", "script", "select", "style", "svg", "template", "textarea", "title", "xmp");

    public static bool Has(string element) => Elements.Contains(element);

    public static bool IsVoid(string element) => Voids.Contains(element);

    public static bool Swallows(string element) => Swallowing.Contains(element);

    public static bool IsAddress(string element, string attribute) => (element, attribute) is ("a", "href") or ("img", "src");

    public static bool Has(string element, string attribute, string value) => attribute switch
    {
        "title" or "lang" => true,
        "alt" => element == "img",
        "datetime" => element == "time",
        "open" => element == "details",
        "reversed" => element == "ol",
        "dir" => value is "ltr" or "rtl" or "auto",
        "align" => value is "left" or "center" or "right",
        "start" => element == "ol" && IsNumber(value),
        "width" or "height" => element == "img" && IsNumber(value),
        "colspan" or "rowspan" => element is "td" or "th" && IsNumber(value),
        _ => false,
    };

    /// <summary>Whether an open element ends where another begins, although no tag says so.</summary>
    public static bool Ends(string open, string opening) => opening switch
    {
        "p" => open is "p",
        "li" => open is "li",
        "dt" or "dd" => open is "dt" or "dd",
        "td" or "th" => open is "td" or "th",
        "tr" => open is "td" or "th" or "tr",
        "tbody" or "thead" or "tfoot" => open is "td" or "th" or "tr" or "tbody" or "thead" or "tfoot",
        _ => false,
    };

    static bool IsNumber(string value) => value.Length is > 0 and < 5 && value.All(char.IsAsciiDigit);
}
