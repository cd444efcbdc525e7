using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Blocks;

sealed class QuoteRenderer : HtmlObjectRenderer<QuoteBlock>
{
    protected override void Write(HtmlRenderer renderer, QuoteBlock quote)
    {
        renderer.Writer.Write("<blockquote>\n");
        renderer.WriteChildren(quote);
        renderer.Writer.Write("</blockquote>\n");
    }
}
