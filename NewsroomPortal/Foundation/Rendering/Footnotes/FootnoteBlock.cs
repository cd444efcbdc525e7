using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Footnotes;

/// <summary>One footnote's text.</summary>
sealed class FootnoteBlock(BlockParser parser, string name) : ContainerBlock(parser)
{
    public string Name { get; } = name;

    /// <summary>Its number by the order of first references, or 0 while nothing refers to it.</summary>
    public int Number { get; set; }

    /// <summary>How often it is referred to.</summary>
    public int References { get; set; }
}
