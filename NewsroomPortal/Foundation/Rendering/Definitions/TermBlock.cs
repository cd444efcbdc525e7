using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Definitions;

sealed class TermBlock : LeafBlock
{
    public TermBlock(BlockParser parser) : base(parser) => ProcessInlines = true;
}
