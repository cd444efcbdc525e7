using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.RawHtml;

/// <summary>Markdig's HTML blocks by the older list of CommonMark 0.30: declarations begin with a capital, and <c>&lt;meta</c> may interrupt a paragraph.</summary>
sealed class GoldmarkHtmlBlockParser : HtmlBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if (line is ['<', '!', >= 'a' and <= 'z', ..])
            return BlockState.None;
        var state = base.TryOpen(processor);
        if (state != BlockState.None || processor.IsCodeIndent || !IsMeta(line))
            return state;
        processor.GoToColumn(processor.ColumnBeforeIndent);
        processor.NewBlocks.Push(new HtmlBlock(this) { Column = processor.Column, Type = HtmlBlockType.InterruptingBlock });
        return BlockState.Continue;
    }

    static bool IsMeta(ReadOnlySpan<char> line)
    {
        const string name = "meta";
        var tag = line[(line is [_, '/', ..] ? 2 : 1)..];
        return tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && tag[name.Length..] is [] or [' ' or '>', ..] or ['/', '>', ..];
    }
}
