using Markdig;
using Markdig.Parsers;
using NewsroomPortal.Foundation.Rendering.Budget;
using NewsroomPortal.Foundation.Rendering.Code;
using NewsroomPortal.Foundation.Rendering.Definitions;
using NewsroomPortal.Foundation.Rendering.Footnotes;
using NewsroomPortal.Foundation.Rendering.Headings;
using NewsroomPortal.Foundation.Rendering.Inlines;
using NewsroomPortal.Foundation.Rendering.Lists;
using NewsroomPortal.Foundation.Rendering.Paragraphs;
using NewsroomPortal.Foundation.Rendering.RawHtml;

namespace NewsroomPortal.Foundation.Rendering;

/// <summary>Markdig's parsers for blocks, with Goldmark's in the place of those that differ, and Goldmark's for inlines.</summary>
static class GoldmarkPipeline
{
    public static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = RenderBudget.DeepestNesting };
        builder.BlockParsers.Replace<HeadingBlockParser>(new GoldmarkHeadingParser());
        builder.BlockParsers.Replace<ParagraphBlockParser>(new GoldmarkParagraphParser());
        builder.BlockParsers.Replace<ListBlockParser>(new GoldmarkListParser());
        builder.BlockParsers.Replace<HtmlBlockParser>(new GoldmarkHtmlBlockParser());
        builder.BlockParsers.Find<FencedCodeBlockParser>()!.InfoParser = FenceInfo.Read;
        builder.BlockParsers.InsertBefore<ThematicBreakParser>(new DefinitionListParser());
        builder.BlockParsers.InsertBefore<GoldmarkParagraphParser>(new FootnoteParser());
        builder.BlockParsers.Insert(0, new BudgetBlockParser([.. OpeningCharacters(builder)]));
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new GoldmarkInlineParser());
        return builder.Build();
    }

    static IEnumerable<char> OpeningCharacters(MarkdownPipelineBuilder builder)
    {
        foreach (var parser in builder.BlockParsers)
            parser.Initialize();
        return builder.BlockParsers.SelectMany(parser => parser.OpeningCharacters ?? []).Distinct();
    }
}
