using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

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
        if (processor.Indent != 0 || processor.PeekChar(1) is not (' ' or '\t'))
            return BlockState.None;
        var parent = processor.GetCurrentContainerOpened();
        var above = parent.LastChild;
        if (above is not (ParagraphBlock or DefinitionListBlock))
            return BlockState.None;
        var indent = MeasureIndent(processor);
        var isTight = LastLineOf(above) == processor.LineIndex - 1;
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
        var at = parent.IndexOf(paragraph);
        var list = at > 0 ? parent[at - 1] as DefinitionListBlock : null;
        if (list is null)
        {
            list = new DefinitionListBlock(this) { Line = paragraph.Line, IsOpen = false };
            parent.Insert(at, list);
        }
        for (var i = 0; i < paragraph.Lines.Count; i++)
        {
            var line = paragraph.Lines.Lines[i];
            line.Slice.Trim();
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
