using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Links;
using NewsroomPortal.Foundation.Rendering.Text;
using NewsroomPortal.Foundation.Rendering.Typography;

namespace NewsroomPortal.Foundation.Rendering.Inlines;

/// <summary>
/// An image's alternative text: what is inside as Hugo's renderer gives it, that is, the source of each text without its marks,
/// backslashes and references left as they are, lines joined without a space.
/// </summary>
static class AlternativeText
{
    public static void Write(TextWriter writer, ContainerInline inlines)
    {
        foreach (var inline in inlines.FindDescendants<Inline>())
        {
            if (inline is LiteralInline text)
                HtmlText.WriteEscaped(writer, text.Content.AsSpan());
            else if (inline is TypographicMark mark)
                HtmlText.WriteEscaped(writer, mark.Html);
            else if (inline is CodeInline code)
                HtmlText.WriteEscaped(writer, code.Content);
            else if (inline is AddressLink link)
                HtmlText.WriteEscaped(writer, link.Address);
        }
    }
}
