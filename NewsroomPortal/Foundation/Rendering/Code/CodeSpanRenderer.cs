using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Code;

sealed class CodeSpanRenderer : HtmlObjectRenderer<CodeInline>
{
    protected override void Write(HtmlRenderer renderer, CodeInline code)
    {
        renderer.Writer.Write("<code>");
        HtmlText.WriteEscaped(renderer.Writer, code.Content.Replace('\n', ' '));
        renderer.Writer.Write("</code>");
    }
}
