using Markdig.Syntax;
using NewsroomPortal.Foundation.Rendering.Definitions;

namespace NewsroomPortal.Foundation.Rendering.Paragraphs;

/// <summary>A paragraph of a tight list or description, which stands without a tag.</summary>
static class TightParagraph
{
    public static bool Is(Block block) =>
        block is ParagraphBlock && block.Parent is ListItemBlock { Parent: ListBlock { IsLoose: false } } or DescriptionBlock { IsTight: true };
}
