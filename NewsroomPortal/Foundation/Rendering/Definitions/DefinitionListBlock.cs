using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Definitions;

/// <summary>Terms and descriptions, in their order.</summary>
sealed class DefinitionListBlock(BlockParser parser) : ContainerBlock(parser);
