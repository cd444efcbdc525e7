using Markdig.Helpers;
using Markdig.Parsers;

namespace NewsroomPortal.Foundation.Rendering.Inlines;

/// <summary>
/// The only inline parser of the pipeline: takes a leaf's whole text at its first character and reads it with <see cref="InlineReading"/>.
/// Markdig's own inline parsers differ from Goldmark's in too many small ways to be bent one by one, and have loops that no budget can reach.
/// </summary>
sealed class GoldmarkInlineParser : InlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        RenderContext.Of(processor).Inlines.Read(slice, processor.Root!, processor.Block!);
        slice.Start = slice.End + 1;
        processor.Inline = null;
        return true;
    }
}
