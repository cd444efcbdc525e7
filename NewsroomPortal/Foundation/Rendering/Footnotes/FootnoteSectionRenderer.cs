using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Footnotes;

/// <summary>Writes nothing where the section stands; <see cref="WriteShown"/> writes it at the end of the page.</summary>
sealed class FootnoteSectionRenderer : HtmlObjectRenderer<FootnoteSection>
{
    protected override void Write(HtmlRenderer renderer, FootnoteSection section)
    {
    }

    public static void WriteShown(PageRenderer renderer, IReadOnlyList<FootnoteBlock> footnotes)
    {
        var writer = renderer.Writer;
        writer.Write($"<div class=\"footnotes\" role=\"doc-endnotes\">\n<hr{renderer.VoidEnd}\n<ol>\n");
        foreach (var footnote in footnotes)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<li id=\"{renderer.IdPrefix}fn:{footnote.Number}\">\n"));
            WriteText(renderer, footnote);
            writer.Write("</li>\n");
        }
        writer.Write("</ol>\n</div>\n");
    }

    /// <summary>The arrows back stand in the last paragraph, or after whatever else comes last.</summary>
    static void WriteText(PageRenderer renderer, FootnoteBlock footnote)
    {
        foreach (var block in footnote)
        {
            if (block is not ParagraphBlock paragraph || block != footnote.LastChild)
            {
                renderer.Write(block);
                continue;
            }
            renderer.Writer.Write("<p>");
            renderer.WriteChildren(paragraph.Inline!);
            WriteArrows(renderer, footnote);
            renderer.Writer.Write("</p>\n");
        }
        if (footnote.LastChild is not ParagraphBlock)
            WriteArrows(renderer, footnote);
    }

    static void WriteArrows(PageRenderer renderer, FootnoteBlock footnote)
    {
        for (var i = 0; i < footnote.References; i++)
        {
            var id = FootnoteReferenceRenderer.Id(footnote.Number, i);
            renderer.Writer.Write($"&#160;<a href=\"#{renderer.IdPrefix}{id}\" class=\"footnote-backref\" role=\"doc-backlink\">&#x21a9;&#xfe0e;</a>");
        }
    }
}
