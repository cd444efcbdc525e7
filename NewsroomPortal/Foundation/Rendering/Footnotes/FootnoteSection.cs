using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Footnotes;

/// <summary>Holds the footnotes of a body. Shown at its end, whatever place it has in the document.</summary>
sealed class FootnoteSection(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>Those that something refers to, in the order of their numbers.</summary>
    public IReadOnlyList<FootnoteBlock> Shown() =>
        [.. this.Cast<FootnoteBlock>().Where(footnote => footnote.Number > 0).OrderBy(footnote => footnote.Number)];
}
