using Markdig;
using Markdig.Parsers;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering.Budget;
using NewsroomPortal.Foundation.Rendering.Footnotes;
using NewsroomPortal.Foundation.Rendering.Headings;
using NewsroomPortal.Foundation.Rendering.Inlines;
using NewsroomPortal.Foundation.Rendering.Links;
using NewsroomPortal.Foundation.Rendering.Typography;

namespace NewsroomPortal.Foundation.Rendering;

/// <summary>What one render carries through Markdig's parsers: its site's settings, its budget and what the text has defined so far.</summary>
sealed class RenderContext(GoldmarkSettings settings, RenderBudget budget) : MarkdownParserContext
{
    public GoldmarkSettings Settings { get; } = settings;

    public RenderBudget Budget { get; } = budget;

    public HeadingIds HeadingIds { get; } = new(settings.AutoHeadingIdType);

    public LinkReferences References { get; } = new();

    public FootnoteList Footnotes { get; } = new();

    /// <summary>Lines inside paragraphs that are indented as code is: none of them is a table's line of dashes.</summary>
    public HashSet<int> IndentedLines { get; } = [];

    public InlineReading Inlines => field ??= new InlineReading(this);

    public OpenQuotes OpenQuotes { get; } = new();

    public static RenderContext Of(BlockProcessor processor) => (RenderContext)processor.Context!;

    public static RenderContext Of(InlineProcessor processor) => (RenderContext)processor.Context!;
}
