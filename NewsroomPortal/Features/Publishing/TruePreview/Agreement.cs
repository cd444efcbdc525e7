using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>Whether what the instant preview shows stands in the page that Hugo built.</summary>
/// <param name="Differences">The first blocks that do not, at most <see cref="Most"/>.</param>
/// <param name="Different">How many do not.</param>
/// <param name="Unknown">Blocks with shortcodes, of which only the site knows what they become.</param>
public sealed partial record Agreement(IReadOnlyList<Difference> Differences, int Different, int Unknown)
{
    public const int Most = 5;

    private const string Shortcode = "[data-shortcode]";

    // The parser and the walk through its tree are for pages that somebody reads: of hostile ones they take minutes, or the whole stack.
    private const int LongestPage = 4_000_000;
    private const int DeepestPage = 256;

    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    };

    public bool IsWhole => Different == 0;

    /// <summary>
    /// Each block must stand in the page, in order. Compared are elements, addresses and text, as <see cref="PageWords"/> has them. Null: the
    /// instant preview gave up, or the page is too long or nested too deeply to be compared.
    /// </summary>
    public static Agreement? Of(RenderedText instant, string page)
    {
        if (instant.OverBudget is not null || page.Length > LongestPage || Depth(page) > DeepestPage)
        {
            return null;
        }
        var parser = new HtmlParser();
        var whole = PageWords.Of([parser.ParseDocument(page).DocumentElement]);
        var (at, blocks, unknown) = (0, new List<PlacedBlock>(), 0);
        foreach (var block in instant.Blocks)
        {
            var body = parser.ParseDocument(block.Html).Body!;
            if (body.QuerySelector(Shortcode) is not null)
            {
                unknown++;
                continue;
            }
            var words = PageWords.Of(body.ChildNodes);
            var place = whole.Find(words, at);
            at = place?.End.Value ?? at;
            blocks.Add(new(block.FirstLine + 1, words, place));
        }
        return new(new Counterparts(whole, blocks).First(Most), blocks.Count(block => block.Place is null), unknown);
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

    [GeneratedRegex("</?[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Tag();
}
