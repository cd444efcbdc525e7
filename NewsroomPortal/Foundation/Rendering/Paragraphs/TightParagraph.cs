using Markdig.Syntax;
using NewsroomPortal.Foundation.Rendering.Definitions;

namespace NewsroomPortal.Foundation.Rendering.Paragraphs;

/// <summary>A paragraph of a tight list or description, which stands without a tag.</summary>
static class TightParagraph
{
    public static bool Is(Block block) =>
        block is ParagraphBlock && block.Parent switch
        {
            ListItemBlock { Parent: ListBlock { IsLoose: false } } => true,
            // Goldmark's loop over a description ends with the first it finds.
            DescriptionBlock { IsTight: true } description => description.First(child => child is ParagraphBlock) == block,
            _ => false,
        };
}
