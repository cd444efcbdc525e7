using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace NewsroomPortal.Foundation.Rendering.Inlines;

sealed class LineBreakRenderer : HtmlObjectRenderer<LineBreakInline>
{
    protected override void Write(HtmlRenderer renderer, LineBreakInline lineBreak)
    {
        var page = (PageRenderer)renderer;
        if (lineBreak.IsHard || page.Settings.HardWraps)
        {
            renderer.Writer.Write("<br");
            renderer.Writer.Write(page.VoidEnd);
        }
        renderer.Writer.Write('\n');
    }
}
