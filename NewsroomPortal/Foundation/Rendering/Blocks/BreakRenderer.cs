using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Blocks;

sealed class BreakRenderer : HtmlObjectRenderer<ThematicBreakBlock>
{
    protected override void Write(HtmlRenderer renderer, ThematicBreakBlock block) =>
        renderer.Writer.Write(((PageRenderer)renderer).Settings.Xhtml ? "<hr />\n" : "<hr>\n");
}
