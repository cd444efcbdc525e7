using Markdig.Renderers;
using Markdig.Renderers.Html;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Links;

sealed class AddressLinkRenderer : HtmlObjectRenderer<AddressLink>
{
    protected override void Write(HtmlRenderer renderer, AddressLink link)
    {
        var writer = renderer.Writer;
        var page = (PageRenderer)renderer;
        writer.Write("<a href=\"");
        if (link.IsEmail && !link.Address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            writer.Write("mailto:");
        var address = link.LacksScheme ? $"{page.Settings.LinkifyProtocol}://{link.Address}" : link.Address;
        page.Urls.Write(writer, address, resolve: false, picture: false);
        writer.Write("\">");
        HtmlText.WriteEscaped(writer, link.Address);
        writer.Write("</a>");
    }
}
