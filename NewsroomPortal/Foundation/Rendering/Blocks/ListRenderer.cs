using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using NewsroomPortal.Foundation.Rendering.Paragraphs;

namespace NewsroomPortal.Foundation.Rendering.Blocks;

sealed class ListRenderer : HtmlObjectRenderer<ListBlock>
{
    protected override void Write(HtmlRenderer renderer, ListBlock list)
    {
        var writer = renderer.Writer;
        writer.Write(list.IsOrdered ? "<ol" : "<ul");
        if (list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start != 1)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $" start=\"{start}\""));
        writer.Write(">\n");
        foreach (var item in list)
        {
            writer.Write("<li>");
            var content = (ContainerBlock)item;
            if (content.Count > 0 && !TightParagraph.Is(content[0]))
                writer.Write('\n');
            renderer.WriteChildren(content);
            writer.Write("</li>\n");
        }
        writer.Write(list.IsOrdered ? "</ol>\n" : "</ul>\n");
    }
}
