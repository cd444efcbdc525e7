using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Inlines;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Links;

sealed class LinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var writer = renderer.Writer;
        var page = (PageRenderer)renderer;
        writer.Write(link.IsImage ? "<img src=\"" : "<a href=\"");
        page.Urls.Write(writer, link.Url, resolve: true, picture: link.IsImage);
        if (link.IsImage)
        {
            writer.Write("\" alt=\"");
            AlternativeText.Write(writer, link);
        }
        writer.Write('"');
        if (link.Title is not null)
        {
            writer.Write(" title=\"");
            HtmlText.WriteMarkdown(writer, link.Title);
            writer.Write('"');
        }
        writer.Write(link.IsImage ? page.VoidEnd : ">");
        if (link.IsImage)
            return;
        renderer.WriteChildren(link);
        writer.Write("</a>");
    }
}
