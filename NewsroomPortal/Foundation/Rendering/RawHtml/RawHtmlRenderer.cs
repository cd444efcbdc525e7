using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace NewsroomPortal.Foundation.Rendering.RawHtml;

/// <summary>Leaves raw HTML out, as Hugo does unless a site sets <c>unsafe</c>, and says so in a comment; of one that does, a preview shows what is safe.</summary>
sealed class RawHtmlRenderer : HtmlObjectRenderer<HtmlInline>
{
    public const string Omitted = "<!-- raw HTML omitted -->";

    protected override void Write(HtmlRenderer renderer, HtmlInline tag)
    {
        var page = (PageRenderer)renderer;
        if (!page.Settings.Unsafe)
            renderer.Writer.Write(Omitted);
        else if (page.IsPreview)
            page.RawHtml.Write(tag.Tag);
        else
            renderer.Writer.Write(tag.Tag);
    }
}
