using Markdig.Renderers;
using Markdig.Renderers.Html;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Links;

sealed class AddressLinkRenderer : HtmlObjectRenderer<AddressLink>
{
    protected override void Write(HtmlRenderer renderer, AddressLink link)
    {
        var writer = renderer.Writer;
        writer.Write("<a href=\"");
        if (link.LacksScheme)
            writer.Write("https://");
        else if (link.IsEmail && !link.Address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            writer.Write("mailto:");
        SafeUrl.Write(writer, link.Address, resolve: false, picture: false);
        writer.Write("\">");
        HtmlText.WriteEscaped(writer, link.Address);
        writer.Write("</a>");
    }
}
