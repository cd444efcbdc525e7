using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using NewsroomPortal.Foundation.Rendering.Headings;
using NewsroomPortal.Foundation.Rendering.Links;
using NewsroomPortal.Foundation.Rendering.Tables;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Paragraphs;

/// <summary>
/// Paragraphs, and what a paragraph turns out to be when it ends: link reference definitions, a table, an underlined heading.
/// After goldmark 1.5.4, <c>parser/paragraph.go</c> and <c>setext_headings.go</c> (MIT licence, © 2019 Yusuke Inuzuka).
/// Derives from Markdig's parser because Markdig knows lazy continuation by that type.
/// </summary>
sealed class GoldmarkParagraphParser : ParagraphBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine)
            return BlockState.BreakDiscard;
        var paragraph = (ParagraphBlock)block;
        if (!processor.IsCodeIndent && IsUnderline(processor.Line.AsSpan()) && MayUnderline(processor, paragraph))
            return Underline(processor, paragraph);
        if (processor.IsCodeIndent)
            RenderContext.Of(processor).IndentedLines.Add(processor.LineIndex);
        return BlockState.Continue;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is HeadingBlock heading)
        {
            HeadingMarks.TakeFrom(heading, RenderContext.Of(processor));
            return true;
        }
        if (block is not ParagraphBlock paragraph)
            return true;
        TakeReferences(processor, paragraph);
        var context = RenderContext.Of(processor);
        if (context.Settings.Table)
            TableMaker.TakeTables(paragraph, context.IndentedLines);
        if (paragraph.Lines.Count > 0)
            return true;
        // A list's item is loose for a blank line above definitions too, although nothing of them is shown.
        if (paragraph.Parent is ListItemBlock item && item.LastChild == paragraph)
            item.Add(new HiddenBlock(this) { Line = paragraph.Line, IsOpen = false });
        return false;
    }

    static bool IsUnderline(ReadOnlySpan<char> line)
    {
        var bar = line.TrimEnd(Characters.Spaces);
        return !bar.IsEmpty && bar[0] is '=' or '-' && bar.IndexOfAnyExcept(bar[0]) < 0;
    }

    /// <summary>A line outside the paragraph's quote or list item cannot underline it.</summary>
    static bool MayUnderline(BlockProcessor processor, ParagraphBlock paragraph) =>
        !processor.IsLazy || paragraph.Column == processor.Column || paragraph.Parent is not (QuoteBlock or ListItemBlock);

    BlockState Underline(BlockProcessor processor, ParagraphBlock paragraph)
    {
        TakeReferences(processor, paragraph);
        if (paragraph.Lines.Count == 0)
        {
            processor.Discard(paragraph);
            processor.NewBlocks.Push(new ParagraphBlock(this) { Column = processor.Column });
            return BlockState.Continue;
        }
        var bar = processor.CurrentChar;
        var context = RenderContext.Of(processor);
        if (context.Settings.Table && TableMaker.HoldsTable(paragraph, context.IndentedLines))
            return EndTable(processor, paragraph);
        processor.Discard(paragraph);
        processor.NewBlocks.Push(new HeadingBlock(this)
        {
            Column = paragraph.Column,
            Level = bar == '=' ? 1 : 2,
            IsSetext = true,
            Lines = paragraph.Lines,
        });
        return BlockState.BreakDiscard;
    }

    /// <summary>What was a paragraph is a table, which cannot be underlined: the line is a break, or text.</summary>
    BlockState EndTable(BlockProcessor processor, ParagraphBlock paragraph)
    {
        processor.Close(paragraph);
        if (processor.CurrentChar == '-' && processor.Line.AsSpan().Count('-') > 2)
        {
            processor.NewBlocks.Push(new ThematicBreakBlock(this) { ThematicChar = '-' });
            return BlockState.BreakDiscard;
        }
        processor.NewBlocks.Push(new ParagraphBlock(this) { Column = processor.Column });
        return BlockState.Continue;
    }

    static void TakeReferences(BlockProcessor processor, ParagraphBlock paragraph)
    {
        ref var lines = ref paragraph.Lines;
        for (var i = 0; i < lines.Count; i++)
            Characters.TrimStart(ref lines.Lines[i].Slice);
        if (lines.Count == 0 || lines.Lines[0].Slice.CurrentChar != '[')
            return;
        var taken = ReferenceDefinitions.TakeAll(lines.ToString(), RenderContext.Of(processor));
        if (taken == 0)
            return;
        var kept = new StringLineGroup(Math.Max(1, lines.Count - taken));
        for (var i = taken; i < lines.Count; i++)
            kept.Add(ref lines.Lines[i]);
        lines = kept;
    }
}
