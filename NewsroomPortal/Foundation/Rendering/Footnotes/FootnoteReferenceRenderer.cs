using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NewsroomPortal.Foundation.Rendering.Footnotes;

sealed class FootnoteReferenceRenderer : HtmlObjectRenderer<FootnoteReference>
{
    protected override void Write(HtmlRenderer renderer, FootnoteReference reference)
    {
        var prefix = ((PageRenderer)renderer).IdPrefix;
        var number = reference.Footnote.Number;
        renderer.Writer.Write(string.Create(CultureInfo.InvariantCulture,
            $"<sup id=\"{prefix}{Id(number, reference.Ordinal)}\"><a href=\"#{prefix}fn:{number}\" class=\"footnote-ref\" role=\"doc-noteref\">{number}</a></sup>"));
    }

    public static string Id(int number, int ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"fnref{(ordinal == 0 ? "" : ordinal)}:{number}");
}
