using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace NewsroomPortal.Tests.Foundation.Rendering;

/// <summary>What a browser shows of HTML: without the colours of code, and without space where it has no meaning.</summary>
internal static partial class ShownHtml
{
    public static string Of(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var span in body.QuerySelectorAll("pre span"))
            span.Replace([.. span.ChildNodes]);
        foreach (var block in body.QuerySelectorAll("div.highlight"))
            block.Replace([.. block.ChildNodes]);
        foreach (var block in body.QuerySelectorAll("pre"))
            block.RemoveAttribute("style");
        return Space().Replace(body.InnerHtml, "$1").Trim();
    }

    [GeneratedRegex("\\s+(<br>|</(?:p|h[1-6])>)|(?<=>)\n(?=<)")]
    private static partial Regex Space();
}
