using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Headings;

/// <summary>Headings. A preview keeps no attribute of the author's but the id, prefixed.</summary>
sealed class HeadingRenderer : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var page = (PageRenderer)renderer;
        var writer = renderer.Writer;
        var marks = HeadingMarks.Of(heading);
        var level = heading.Level.ToString(CultureInfo.InvariantCulture);
        writer.Write("<h");
        writer.Write(level);
        if (page.IsPreview)
        {
            if (marks.Id is not null)
                WriteAttribute(writer, "id", page.IdPrefix + marks.Id);
        }
        else
        {
            foreach (var (name, value) in marks.Attributes)
                WriteAttribute(writer, name, value);
        }
        writer.Write('>');
        renderer.WriteChildren(heading.Inline!);
        writer.Write("</h");
        writer.Write(level);
        writer.Write(">\n");
    }

    static void WriteAttribute(TextWriter writer, string name, string value)
    {
        writer.Write(' ');
        writer.Write(name);
        writer.Write("=\"");
        HtmlText.WriteEscaped(writer, value);
        writer.Write('"');
    }
}
