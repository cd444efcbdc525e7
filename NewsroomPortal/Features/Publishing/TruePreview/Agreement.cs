using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>Whether what the instant preview shows stands in the page that Hugo built.</summary>
/// <param name="Lines">1-based lines of the body at which blocks begin that do not stand in the page.</param>
/// <param name="Unknown">Blocks with shortcodes, of which only the site knows what they become.</param>
public sealed partial record Agreement(IReadOnlyList<int> Lines, int Unknown)
{
    private const string Shortcode = "[data-shortcode]";

    // The parser and the walk through its tree are for pages that somebody reads: of hostile ones they take minutes, or the whole stack.
    private const int LongestPage = 4_000_000;
    private const int DeepestPage = 256;

    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    };

    public bool IsWhole => Lines.Count == 0;

    /// <summary>
    /// Each block must stand in the page, in order. Compared are elements, addresses and text; not white space, classes, ids, colours of code,
    /// or the marks that themes put beside headings. Null: the instant preview gave up, or the page is too long or nested too deeply to be compared.
    /// </summary>
    public static Agreement? Of(RenderedText instant, string page)
    {
        if (instant.OverBudget is not null || page.Length > LongestPage || Depth(page) > DeepestPage)
        {
            return null;
        }
        var parser = new HtmlParser();
        var whole = Flatten(parser.ParseDocument(page).DocumentElement);
        var (at, lines, unknown) = (0, new List<int>(), 0);
        foreach (var block in instant.Blocks)
        {
            var body = parser.ParseDocument(block.Html).Body!;
            if (body.QuerySelector(Shortcode) is not null)
            {
                unknown++;
                continue;
            }
            var flat = string.Concat(body.ChildNodes.Select(Flatten));
            var found = whole.IndexOf(flat, at, StringComparison.Ordinal);
            if (found < 0)
            {
                lines.Add(block.FirstLine + 1);
            }
            else
            {
                at = found + flat.Length;
            }
        }
        return new Agreement(lines, unknown);
    }

    /// <summary>How many more tags open than close, at most: an upper bound, since some elements end without a tag.</summary>
    private static int Depth(string page)
    {
        var (depth, deepest) = (0, 0);
        foreach (var tag in Tag().EnumerateMatches(page))
        {
            var name = page.AsSpan(tag.Index + 1, tag.Length - 1);
            depth = name[0] == '/' ? Math.Max(0, depth - 1) : Void.Contains(name.ToString()) ? depth : depth + 1;
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }

    private static string Flatten(INode node)
    {
        var flat = new StringBuilder();
        Write(flat, node);
        return flat.ToString();
    }

    private static void Write(StringBuilder flat, INode node)
    {
        if (node is IText text)
        {
            flat.AppendJoin("", text.Data.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        }
        if (node is not IElement element || element.LocalName is "script" or "style" or "noscript" or "svg" || IsHeadingMark(element))
        {
            return;
        }
        var isPlain = element.LocalName is "span" or "wbr" || (element.LocalName == "div" && element.ClassList.Contains("highlight"));
        if (!isPlain)
        {
            flat.Append('<').Append(element.LocalName).Append(Address(element)).Append('>');
        }
        foreach (var child in element.ChildNodes)
        {
            Write(flat, child);
        }
        if (!isPlain)
        {
            flat.Append("</").Append(element.LocalName).Append('>');
        }
    }

    /// <summary>Places in the page itself are not compared: the preview has its own ids.</summary>
    private static string Address(IElement element) =>
        (element.GetAttribute("href") ?? element.GetAttribute("src")) is { Length: > 0 } address && address[0] != '#' ? " " + address : "";

    [GeneratedRegex("</?[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Tag();

    private static bool IsHeadingMark(IElement element) =>
        element is { LocalName: "a", ParentElement.LocalName: "h1" or "h2" or "h3" or "h4" or "h5" or "h6" }
        && element.GetAttribute("href") is ['#', ..] && element.TextContent.Trim() is "" or "#" or "¶" or "§" or "🔗";
}
