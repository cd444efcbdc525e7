using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Code;

/// <summary>
/// Code with numbered lines. A file has Hugo 0.111.3's own elements and styles, but for the colours; a preview a plain table, without styles and ids.
/// </summary>
static class NumberedCode
{
    const string Cell = "vertical-align:top;padding:0;margin:0;border:0;";
    const string NumberStyle = "white-space:pre;-webkit-user-select:none;user-select:none;margin-right:0.4em;padding:0 0.4em 0 0.4em;color:#7f7f7f";

    /// <param name="page">Where it goes.</param>
    /// <param name="numbers">How the lines are numbered.</param>
    /// <param name="count">How many lines there are.</param>
    /// <param name="openCode">Writes the tag of the code element.</param>
    /// <param name="writeLine">Writes a line's text.</param>
    public static void Write(PageRenderer page, LineNumbers numbers, int count, Action openCode, Action<int> writeLine)
    {
        var writer = page.Writer;
        var style = page.IsPreview ? "" : $" style=\"color:#f8f8f2;background-color:#272822;-moz-tab-size:4;-o-tab-size:4;tab-size:4;{(numbers.MarksLines ? "display:grid;" : "")}\"";
        writer.Write("<div class=\"highlight\">");
        var isTable = numbers.IsTable || page.IsPreview;
        if (isTable)
        {
            writer.Write(page.IsPreview
                ? "<table><tr><td><pre><code>"
                : $"<div{style}>\n<table style=\"border-spacing:0;padding:0;margin:0;border:0;\"><tr><td style=\"{Cell}\">\n<pre tabindex=\"0\"{style}><code>");
            for (var i = 0; i < count; i++)
            {
                WriteNumber(page, numbers, i, count);
                writer.Write('\n');
            }
            writer.Write(page.IsPreview ? "</code></pre></td><td>" : $"</code></pre></td>\n<td style=\"{Cell};width:100%\">\n");
        }
        writer.Write($"<pre tabindex=\"0\"{style}>");
        openCode();
        for (var i = 0; i < count; i++)
        {
            if (!isTable)
                WriteNumber(page, numbers, i, count);
            writeLine(i);
            writer.Write('\n');
        }
        writer.Write("</code></pre>");
        if (isTable)
            writer.Write(page.IsPreview ? "</td></tr></table>" : "</td></tr></table>\n</div>\n");
        writer.Write("</div>");
    }

    static void WriteNumber(PageRenderer page, LineNumbers numbers, int index, int count)
    {
        var (writer, number) = (page.Writer, numbers.Number(index, count));
        if (page.IsPreview)
        {
            writer.Write(number);
            return;
        }
        writer.Write($"<span style=\"{NumberStyle}\"");
        if (numbers.Anchors is null)
        {
            writer.Write($">{number}</span>");
            return;
        }
        var id = $"{numbers.Anchors}-{number.Trim()}";
        writer.Write(" id=\"");
        HtmlText.WriteEscaped(writer, id);
        writer.Write("\"><a style=\"outline:none;text-decoration:none;color:inherit\" href=\"#");
        HtmlText.WriteEscaped(writer, id);
        writer.Write($"\">{number}</a></span>");
    }
}
