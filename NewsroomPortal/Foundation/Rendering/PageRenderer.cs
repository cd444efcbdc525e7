using Markdig.Renderers;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering.Blocks;
using NewsroomPortal.Foundation.Rendering.Budget;
using NewsroomPortal.Foundation.Rendering.Code;
using NewsroomPortal.Foundation.Rendering.Definitions;
using NewsroomPortal.Foundation.Rendering.Emphasis;
using NewsroomPortal.Foundation.Rendering.Footnotes;
using NewsroomPortal.Foundation.Rendering.Headings;
using NewsroomPortal.Foundation.Rendering.Inlines;
using NewsroomPortal.Foundation.Rendering.Links;
using NewsroomPortal.Foundation.Rendering.Lists;
using NewsroomPortal.Foundation.Rendering.Paragraphs;
using NewsroomPortal.Foundation.Rendering.RawHtml;
using NewsroomPortal.Foundation.Rendering.Tables;
using NewsroomPortal.Foundation.Rendering.Tasks;
using NewsroomPortal.Foundation.Rendering.Typography;

namespace NewsroomPortal.Foundation.Rendering;

/// <summary>Writes a parsed body as HTML, with Goldmark's renderers in the place of Markdig's: only what these write can reach a page.</summary>
sealed class PageRenderer : HtmlRenderer
{
    /// <param name="writer">Where the HTML goes.</param>
    /// <param name="isPreview">For a page of the portal, whose own ids and look an article must not touch; otherwise as Hugo writes it.</param>
    /// <param name="settings">The site's.</param>
    public PageRenderer(CappedWriter writer, bool isPreview, GoldmarkSettings settings) : base(writer)
    {
        Settings = settings;
        IsPreview = isPreview;
        IdPrefix = isPreview ? "t-" : "";
        Urls = new SafeUrl(isPreview ? Addresses.Listed : settings.Unsafe ? Addresses.All : Addresses.Harmless);
        RawHtml = new SafeHtml(writer, Urls);
        MaximumNestingDepth = RenderBudget.DeepestNesting;
        ObjectRenderers.Clear();
        ObjectRenderers.AddRange(
        [
            new ParagraphRenderer(), new HeadingRenderer(), new ListRenderer(), new QuoteRenderer(), new BreakRenderer(),
            new CodeBlockRenderer(), new HtmlBlockRenderer(), new TableRenderer(), new DefinitionListRenderer(), new FootnoteSectionRenderer(),
            new TextRenderer(), new LineBreakRenderer(), new EmphasisRenderer(), new LinkRenderer(), new AddressLinkRenderer(), new CodeSpanRenderer(),
            new RawHtmlRenderer(), new TypographicMarkRenderer(), new TaskBoxRenderer(), new FootnoteReferenceRenderer(),
        ]);
    }

    public GoldmarkSettings Settings { get; }

    /// <summary>Ends an element without content.</summary>
    public string VoidEnd => Settings.Xhtml ? " />" : ">";

    public bool IsPreview { get; }

    public string IdPrefix { get; }

    public SafeUrl Urls { get; }

    /// <summary>For a preview of a site that lets raw HTML in.</summary>
    public SafeHtml RawHtml { get; }
}
