using Markdig;
using Markdig.Parsers;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering.Budget;
using NewsroomPortal.Foundation.Rendering.Footnotes;
using NewsroomPortal.Foundation.Rendering.Shortcodes;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering;

/// <summary>
/// Renders the body of a Hugo content file as Hugo 0.111.3 does under the site's Goldmark settings. One for the whole portal; any number of threads.
/// </summary>
/// <remarks>
/// <para>Never throws, whatever the body, and ends within its budget (<see cref="RenderBudget"/>): 0.5 s of its thread's work, 160 MB allocated, 8,000,000 characters written,
/// 64 levels. A caller that renders for many people at once limits how many renders run side by side.</para>
/// <para>The HTML needs no sanitiser: it is not the author's, but written here, element by element. Elements: a blockquote br code dd del div dl dt em
/// figcaption figure h1-h6 hr img input (a disabled check box) li ol p pre section span strong sup table tbody td th thead tr ul. Attributes: href, src (by an allow-list of schemes), alt, title, id (prefixed in a
/// preview), class (fixed ones, and language-…), role, start, align, tabindex, data-lang, data-shortcode, checked, disabled, type.
/// A preview of a site with <c>unsafe</c> has those of <c>AllowedHtml</c> besides.
/// Only <see cref="ToHtml(string)"/> also writes <c>style="text-align:…"</c> in tables and the attributes that an author gave a heading.</para>
/// </remarks>
public sealed class MarkdownRenderer
{
    static readonly MarkdownPipeline Pipeline = GoldmarkPipeline.Build();

    /// <summary>Renders for a page of the portal: blocks with their lines, ids prefixed with <c>t-</c>, shortcodes as what stands for them.</summary>
    /// <param name="body">The Markdown.</param>
    /// <param name="settings">The site's.</param>
    /// <param name="page">What <c>param</c> finds; without it, it is shown as it is called.</param>
    public RenderedText Render(string body, GoldmarkSettings settings, PageParams? page = null)
    {
        try
        {
            return new RenderedText(RenderPreview(Normalise(body), settings, page), null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new RenderedText([PlainText(body)], WordKey(exception));
        }
    }

    /// <summary>The same under Hugo's default settings.</summary>
    public RenderedText Render(string body) => Render(body, GoldmarkSettings.Default);

    /// <summary>What Hugo puts into <c>{{ .Content }}</c> of a page without shortcodes: for a file. Never for a page of the portal, since a site's <c>unsafe</c> lets all in.</summary>
    public string ToHtml(string body, GoldmarkSettings settings)
    {
        try
        {
            return string.Concat(RenderBlocks(Normalise(body), new RenderContext(settings, new RenderBudget()), isPreview: false).Select(block => block.Html));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return PlainText(body).Html;
        }
    }

    /// <summary>The same under Hugo's default settings.</summary>
    public string ToHtml(string body) => ToHtml(body, GoldmarkSettings.Default);

    /// <summary>Lines end with <c>\n</c> in the portal's texts; one that kept its own <c>\r</c> must still have as many lines as the editor shows.</summary>
    static string Normalise(string body)
    {
        if (body.Length > RenderBudget.LongestText)
            throw new OverBudgetException("rendering.overBudget.length");
        return body.Contains('\r') ? body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', ' ') : body;
    }

    static List<RenderedBlock> RenderPreview(string body, GoldmarkSettings settings, PageParams? page)
    {
        var context = new RenderContext(settings, new RenderBudget());
        var shortcodes = ShortcodeText.Of(body, context.Budget);
        var standIns = new StandIns(shortcodes.Shortcodes, page, context.Budget, text => RenderInline(text, context));
        var blocks = RenderBlocks(shortcodes.Marked, context, isPreview: true);
        if (shortcodes.Shortcodes.Count == 0)
            return blocks;
        return blocks.ConvertAll(block =>
        {
            context.Budget.Check();
            return new RenderedBlock(shortcodes.FirstLine(block.FirstLine), shortcodes.LastLine(block.LastLine), standIns.PutBack(block.Html));
        });
    }

    /// <summary>Hugo's markdownify: no paragraph around a text that is only one.</summary>
    static string RenderInline(string text, RenderContext page)
    {
        var html = string.Concat(RenderBlocks(text, new RenderContext(page.Settings, page.Budget), isPreview: true).Select(block => block.Html));
        const string open = "<p>", close = "</p>\n";
        return html.StartsWith(open, StringComparison.Ordinal) && html.IndexOf(close, StringComparison.Ordinal) == html.Length - close.Length
            ? html[open.Length..^close.Length]
            : html;
    }

    static List<RenderedBlock> RenderBlocks(string body, RenderContext context, bool isPreview)
    {
        var document = MarkdownParser.Parse(body, Pipeline, context);
        var writer = new CappedWriter(context.Budget);
        var renderer = new PageRenderer(writer, isPreview, context.Settings);
        var lines = new BodyLines(body);
        var blocks = new List<RenderedBlock>(document.Count);
        for (var i = 0; i < document.Count; i++)
        {
            renderer.Write(document[i]);
            renderer.RawHtml.End();
            if (writer.Take() is { Length: > 0 } html)
            {
                var next = i + 1 < document.Count ? document[i + 1].Line : lines.Count;
                blocks.Add(new RenderedBlock(document[i].Line, lines.LastTextBefore(next, document[i].Line), html));
            }
        }
        if (context.Footnotes.Section?.Shown() is { Count: > 0 } footnotes)
        {
            FootnoteSectionRenderer.WriteShown(renderer, footnotes);
            renderer.RawHtml.End();
            blocks.Add(new RenderedBlock(footnotes.Min(footnote => footnote.Line), footnotes.Max(footnote => footnote.Line), writer.Take()));
        }
        return blocks;
    }

    static string WordKey(Exception exception) => exception switch
    {
        OverBudgetException over => over.WordKey,
        // Markdig's own answer to nesting beyond the limit.
        ArgumentException => "rendering.overBudget.depth",
        _ => "rendering.overBudget.unreadable",
    };

    static RenderedBlock PlainText(string body)
    {
        var html = new StringWriter();
        html.Write("<pre class=\"plain\">");
        HtmlText.WriteEscaped(html, body);
        html.Write("</pre>");
        return new RenderedBlock(0, body.AsSpan().Count('\n'), html.ToString());
    }
}
