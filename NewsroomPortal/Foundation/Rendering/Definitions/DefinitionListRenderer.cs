using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NewsroomPortal.Foundation.Rendering.Definitions;

sealed class DefinitionListRenderer : HtmlObjectRenderer<DefinitionListBlock>
{
    protected override void Write(HtmlRenderer renderer, DefinitionListBlock list)
    {
        renderer.Writer.Write("<dl>\n");
        foreach (var block in list)
        {
            if (block is TermBlock term)
            {
                renderer.Writer.Write("<dt>");
                renderer.WriteChildren(term.Inline!);
                renderer.Writer.Write("</dt>\n");
            }
            else if (block is DescriptionBlock description)
            {
                renderer.Writer.Write(description.IsTight ? "<dd>" : "<dd>\n");
                renderer.WriteChildren(description);
                renderer.Writer.Write("</dd>\n");
            }
        }
        renderer.Writer.Write("</dl>\n");
    }
}
