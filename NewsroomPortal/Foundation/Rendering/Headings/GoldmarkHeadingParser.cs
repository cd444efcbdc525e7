using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Headings;

/// <summary>Headings with <c>#</c>, their attributes and ids.</summary>
sealed class GoldmarkHeadingParser : HeadingBlockParser
{
    public override bool Close(BlockProcessor processor, Block block)
    {
        var heading = (HeadingBlock)block;
        HeadingMarks.TakeFrom(heading, RenderContext.Of(processor));
        return true;
    }
}
