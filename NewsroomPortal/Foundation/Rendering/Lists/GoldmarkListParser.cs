using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Lists;

/// <summary>
/// Markdig's lists, but a line that goes on with an item starts at the item's column even when it is indented by less than four more:
/// Markdig skips that indent, and a fence inside the item then measures its own wrongly.
/// </summary>
sealed class GoldmarkListParser : ListBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is not ListItemBlock item || processor.IsBlankLine)
            return base.TryContinue(processor, block);
        var width = Math.Abs(item.ColumnWidth);
        var column = processor.ColumnBeforeIndent + width;
        var goesOn = processor.Indent >= width;
        var state = base.TryContinue(processor, block);
        if (goesOn && state == BlockState.Continue && processor.NewBlocks.Count == 0)
            processor.GoToColumn(column);
        return state;
    }
}
