using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace NewsroomPortal.Foundation.Rendering.RawHtml;

/// <summary>Leaves raw HTML out, as Hugo does unless a site sets <c>unsafe</c>, and says so in a comment.</summary>
sealed class RawHtmlRenderer : HtmlObjectRenderer<HtmlInline>
{
    public const string Omitted = "<!-- raw HTML omitted -->";

    protected override void Write(HtmlRenderer renderer, HtmlInline tag) => renderer.Writer.Write(Omitted);
}
