using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Definitions;

sealed class DescriptionBlock(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>Columns that a line is indented by to go on with the description.</summary>
    public required int Indent { get; init; }

    /// <summary>No blank line stood above it: its paragraphs have no tag.</summary>
    public required bool IsTight { get; init; }

    /// <summary>The last line that belongs to it and is not blank.</summary>
    public int LastLine { get; set; }
}
