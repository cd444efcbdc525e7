using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Definitions;

/// <summary>
/// A paragraph's lines as terms, then descriptions that begin with a colon at the margin.
/// After goldmark 1.5.4, <c>extension/definition_list.go</c> (MIT licence, © 2019 Yusuke Inuzuka).
/// </summary>
sealed class DefinitionListParser : BlockParser
{
    const int WidestGap = 8;
    const int GapBeforeCode = 5;

    public DefinitionListParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (!RenderContext.Of(processor).Settings.DefinitionList || processor.Indent != 0 || processor.PeekChar(1) is not (' ' or '\t'))
            return BlockState.None;
        var parent = processor.GetCurrentContainerOpened();
        var above = LastOf(parent, parent.Count);
        if (above is not (ParagraphBlock or DefinitionListBlock))
            return BlockState.None;
        var indent = MeasureIndent(processor);
        // Goldmark does not see that a line of a quote is blank but for its mark.
        var isTight = parent is QuoteBlock || LastLineOf(above) == processor.LineIndex - 1;
        var list = above as DefinitionListBlock ?? MakeTerms(processor, parent, (ParagraphBlock)above);
        var description = new DescriptionBlock(this) { Indent = indent, IsTight = isTight, Column = processor.Column, LastLine = processor.LineIndex };
        list.Add(description);
        processor.NewBlocks.Push(description);
        processor.GoToColumn(processor.Column + indent);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine)
            return BlockState.Continue;
        var description = (DescriptionBlock)block;
        if (processor.Indent < description.Indent)
            return BlockState.None;
        description.LastLine = processor.LineIndex;
        processor.GoToColumn(processor.ColumnBeforeIndent + description.Indent);
        return BlockState.Continue;
    }

    /// <summary>The last of the first so many children, once the blank lines that Markdig keeps in a list's item are taken out from behind it.</summary>
    static Block? LastOf(ContainerBlock parent, int count)
    {
        while (count > 0 && parent[count - 1] is BlankLineBlock)
            parent.RemoveAt(--count);
        return count > 0 ? parent[count - 1] : null;
    }

    static int MeasureIndent(BlockProcessor processor)
    {
        var column = processor.Column + 1;
        for (var i = 1; processor.PeekChar(i) is ' ' or '\t'; i++)
            column = processor.PeekChar(i) == '\t' ? CharHelper.AddTab(column) : column + 1;
        var gap = column - processor.Column - 1;
        return 1 + (gap >= WidestGap ? GapBeforeCode : gap);
    }

    static int LastLineOf(Block above) => above switch
    {
        ParagraphBlock paragraph => paragraph.Lines.Lines[paragraph.Lines.Count - 1].Line,
        DefinitionListBlock { LastChild: DescriptionBlock description } => description.LastLine,
        _ => -1,
    };

    DefinitionListBlock MakeTerms(BlockProcessor processor, ContainerBlock parent, ParagraphBlock paragraph)
    {
        var list = LastOf(parent, parent.Count - 1) as DefinitionListBlock;
        if (list is null)
        {
            list = new DefinitionListBlock(this) { Line = paragraph.Line, IsOpen = false };
            parent.Insert(parent.Count - 1, list);
        }
        for (var i = 0; i < paragraph.Lines.Count; i++)
        {
            var line = paragraph.Lines.Lines[i];
            Characters.Trim(ref line.Slice);
            var term = new TermBlock(this) { Line = line.Line, Lines = new StringLineGroup(1), IsOpen = false };
            term.Lines.Add(line.Slice);
            list.Add(term);
        }
        processor.Discard(paragraph);
        // One that a blank line has closed is not among those that can be discarded.
        paragraph.Parent?.Remove(paragraph);
        return list;
    }
}
