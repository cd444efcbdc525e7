using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Tables;

sealed class TableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.Writer.Write("<table>\n<thead>\n");
        for (var i = 0; i < table.Count; i++)
        {
            if (i == 1)
                renderer.Writer.Write("<tbody>\n");
            WriteRow(renderer, (TableRow)table[i]);
            if (i == 0)
                renderer.Writer.Write("</thead>\n");
        }
        renderer.Writer.Write(table.Count > 1 ? "</tbody>\n</table>\n" : "</table>\n");
    }

    static void WriteRow(HtmlRenderer renderer, TableRow row)
    {
        renderer.Writer.Write("<tr>\n");
        var tag = row.IsHeader ? "th" : "td";
        foreach (AlignedCell cell in row)
        {
            renderer.Writer.Write('<');
            renderer.Writer.Write(tag);
            WriteAlignment(renderer, cell.Alignment);
            if (cell is [ParagraphBlock content])
                renderer.WriteChildren(content.Inline!);
            renderer.Writer.Write("</");
            renderer.Writer.Write(tag);
            renderer.Writer.Write(">\n");
        }
        renderer.Writer.Write("</tr>\n");
    }

    /// <summary>Hugo writes a style, unless the site wants XHTML; the portal's Content-Security-Policy admits none, so a preview has the older attribute.</summary>
    static void WriteAlignment(HtmlRenderer renderer, TableColumnAlign? alignment)
    {
        if (alignment is not null)
        {
            var page = (PageRenderer)renderer;
            renderer.Writer.Write(page.IsPreview || page.Settings.Xhtml ? " align=\"" : " style=\"text-align:");
            renderer.Writer.Write(alignment switch { TableColumnAlign.Left => "left", TableColumnAlign.Center => "center", _ => "right" });
            renderer.Writer.Write('"');
        }
        renderer.Writer.Write('>');
    }
}
