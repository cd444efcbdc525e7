using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Paragraphs;

sealed class ParagraphRenderer : HtmlObjectRenderer<ParagraphBlock>
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (TightParagraph.Is(paragraph))
        {
            renderer.WriteChildren(paragraph.Inline!);
            if (paragraph.Parent!.LastChild != paragraph && paragraph.Inline!.FirstChild is not null)
                renderer.Writer.Write('\n');
            return;
        }
        renderer.Writer.Write("<p>");
        renderer.WriteChildren(paragraph.Inline!);
        renderer.Writer.Write("</p>\n");
    }
}
