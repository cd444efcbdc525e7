using Markdig.Parsers;
using Markdig.Syntax;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Footnotes;

/// <summary><c>[^name]: text</c>, continued by indented lines. After goldmark 1.5.4, <c>extension/footnote.go</c> (MIT licence, © 2019 Yusuke Inuzuka).</summary>
sealed class FootnoteParser : BlockParser
{
    public FootnoteParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if (!RenderContext.Of(processor).Settings.Footnote || processor.IsCodeIndent || line is not ['[', '^', .. var rest])
            return BlockState.None;
        var end = FootnoteReference.FindEnd(rest);
        if (end < 0 || end + 1 >= rest.Length || rest[end + 1] != ':' || Characters.IsBlank(rest[..end]))
            return BlockState.None;
        var column = processor.Column;
        processor.NewBlocks.Push(new FootnoteBlock(this, rest[..end].ToString()) { Column = column });
        processor.GoToColumn(column + end + 4);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine)
            return BlockState.Continue;
        if (!processor.IsCodeIndent)
            return BlockState.None;
        processor.GoToCodeIndent();
        return BlockState.Continue;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is not FootnoteBlock footnote)
            return true;
        var footnotes = RenderContext.Of(processor).Footnotes;
        if (footnotes.Section is null)
        {
            footnotes.Section = new FootnoteSection(this) { Line = footnote.Line, IsOpen = false };
            InsertAbove(processor.Document, footnote, footnotes.Section);
        }
        footnote.Parent!.Remove(footnote);
        footnotes.Section.Add(footnote);
        footnotes.Add(footnote);
        return true;
    }

    /// <summary>At the top, where neither a list that holds the footnote nor another footnote can come to hold the section.</summary>
    static void InsertAbove(MarkdownDocument document, Block footnote, FootnoteSection section)
    {
        var top = footnote;
        while (top.Parent != document)
            top = top.Parent!;
        document.Insert(document.IndexOf(top), section);
    }
}
