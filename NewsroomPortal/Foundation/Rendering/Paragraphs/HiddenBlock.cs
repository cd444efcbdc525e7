using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Paragraphs;

/// <summary>Stands where link reference definitions stood.</summary>
sealed class HiddenBlock(BlockParser parser) : LeafBlock(parser);
