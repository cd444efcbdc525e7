using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.RawHtml;

/// <summary>Hugo says it twice for a comment, script or the like whose end is on a later line than its start.</summary>
sealed class HtmlBlockRenderer : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        var page = (PageRenderer)renderer;
        if (page.Settings.Unsafe)
        {
            WriteRaw(page, block);
            return;
        }
        renderer.Writer.Write(RawHtmlRenderer.Omitted + "\n");
        if (block.Lines.Count > 1 && IsClosed(block))
            renderer.Writer.Write(RawHtmlRenderer.Omitted + "\n");
    }

    static void WriteRaw(PageRenderer page, HtmlBlock block)
    {
        if (page.IsPreview)
        {
            page.RawHtml.Write(block.Lines.ToString());
            page.Writer.Write('\n');
            return;
        }
        for (var i = 0; i < block.Lines.Count; i++)
        {
            page.Writer.Write(block.Lines.Lines[i].Slice.AsSpan());
            page.Writer.Write('\n');
        }
    }

    static bool IsClosed(HtmlBlock block)
    {
        var last = block.Lines.Lines[block.Lines.Count - 1].Slice.AsSpan();
        return block.Type switch
        {
            HtmlBlockType.Comment => last.Contains("-->", StringComparison.Ordinal),
            HtmlBlockType.ProcessingInstruction => last.Contains("?>", StringComparison.Ordinal),
            HtmlBlockType.DocumentType => last.Contains('>'),
            HtmlBlockType.CData => last.Contains("]]>", StringComparison.Ordinal),
            HtmlBlockType.ScriptPreOrStyle => ClosesRawText(last),
            _ => false,
        };
    }

    static bool ClosesRawText(ReadOnlySpan<char> line) =>
        line.Contains("</script>", StringComparison.OrdinalIgnoreCase) || line.Contains("</pre>", StringComparison.OrdinalIgnoreCase)
        || line.Contains("</style>", StringComparison.OrdinalIgnoreCase) || line.Contains("</textarea>", StringComparison.OrdinalIgnoreCase);
}
