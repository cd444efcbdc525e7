using NewsroomPortal.Foundation.Rendering.Links;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>A picture with its caption, as Hugo 0.111.3's <c>figure</c> makes it, without its classes and sizes.</summary>
static class Figure
{
    /// <param name="writer">Where it goes.</param>
    /// <param name="figure">The shortcode.</param>
    /// <param name="urls">Which addresses may be written.</param>
    /// <param name="markdown">Renders a caption's own Markdown.</param>
    public static void Write(TextWriter writer, Shortcode figure, SafeUrl urls, Func<string, string> markdown)
    {
        writer.Write("<figure>");
        WriteLinked(writer, urls, figure.Argument("link"), () => WritePicture(writer, figure, urls));
        var (title, caption, attribution) = (figure.Argument("title"), figure.Argument("caption"), figure.Argument("attr"));
        if (string.Concat(title, caption, attribution).Length > 0)
        {
            writer.Write("<figcaption>");
            if (!string.IsNullOrEmpty(title))
            {
                writer.Write("<h4>");
                HtmlText.WriteEscaped(writer, title);
                writer.Write("</h4>");
            }
            if (string.Concat(caption, attribution).Length > 0)
            {
                writer.Write("<p>");
                writer.Write(markdown(caption ?? ""));
                WriteLinked(writer, urls, figure.Argument("attrlink"), () => writer.Write(markdown(attribution ?? "")));
                writer.Write("</p>");
            }
            writer.Write("</figcaption>");
        }
        writer.Write("</figure>\n");
    }

    static void WritePicture(TextWriter writer, Shortcode figure, SafeUrl urls)
    {
        writer.Write("<img src=\"");
        urls.Write(writer, figure.Argument("src", 0), resolve: false, picture: true);
        writer.Write("\" alt=\"");
        HtmlText.WriteEscaped(writer, figure.Argument("alt") ?? figure.Argument("caption"));
        writer.Write("\">");
    }

    static void WriteLinked(TextWriter writer, SafeUrl urls, string? address, Action write)
    {
        if (string.IsNullOrEmpty(address))
        {
            write();
            return;
        }
        writer.Write("<a href=\"");
        urls.Write(writer, address, resolve: false, picture: false);
        writer.Write("\">");
        write();
        writer.Write("</a>");
    }
}
