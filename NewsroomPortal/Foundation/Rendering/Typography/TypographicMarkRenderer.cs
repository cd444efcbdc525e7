using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NewsroomPortal.Foundation.Rendering.Typography;

sealed class TypographicMarkRenderer : HtmlObjectRenderer<TypographicMark>
{
    protected override void Write(HtmlRenderer renderer, TypographicMark mark) => renderer.Writer.Write(mark.Html);
}
