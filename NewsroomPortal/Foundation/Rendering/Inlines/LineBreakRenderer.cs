using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace NewsroomPortal.Foundation.Rendering.Inlines;

sealed class LineBreakRenderer : HtmlObjectRenderer<LineBreakInline>
{
    protected override void Write(HtmlRenderer renderer, LineBreakInline lineBreak) =>
        renderer.Writer.Write(lineBreak.IsHard ? "<br>\n" : "\n");
}
