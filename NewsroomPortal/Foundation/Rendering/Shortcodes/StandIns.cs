using System.Globalization;
using System.Text.RegularExpressions;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering.Budget;
using NewsroomPortal.Foundation.Rendering.Links;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>Puts shortcodes back into rendered HTML: Hugo's own as what they make, without asking any other server; others as a labelled chip.</summary>
/// <param name="shortcodes">By the numbers of their marks.</param>
/// <param name="page">What <c>param</c> finds, or null.</param>
/// <param name="budget">Asked for each.</param>
/// <param name="markdown">Renders the Markdown of a caption, without a paragraph around it.</param>
/// <param name="depth">How many shortcodes these stand in.</param>
sealed partial class StandIns(IReadOnlyList<Shortcode> shortcodes, PageParams? page, RenderBudget budget, Func<string, string> markdown, int depth = 0)
{
    /// <summary>Each level reads its text anew.</summary>
    const int DeepestInner = 8;

    static readonly SafeUrl Urls = new(Addresses.Listed);

    public string PutBack(string html)
    {
        if (shortcodes.Count == 0)
            return html;
        html = InAddress().Replace(html, match => Address(Find(match)));
        html = Alone().Replace(html, match => Find(match) is { } shortcode ? Write(writer => WriteBlock(writer, shortcode)) : match.Value);
        return PutBackAnywhere(html);
    }

    /// <summary>Inside a tag only text may stand. What looks like a tag is one: angle brackets in texts and values are escaped.</summary>
    string PutBackAnywhere(string html)
    {
        var (seen, isInTag) = (0, false);
        return Anywhere().Replace(html, match =>
        {
            var between = html.AsSpan(seen, match.Index - seen);
            if (between.LastIndexOfAny('<', '>') is >= 0 and var bracket)
                isInTag = between[bracket] == '<';
            seen = match.Index;
            if (Find(match) is not { } shortcode)
                return match.Value;
            return isInTag ? Write(writer => HtmlText.WriteEscaped(writer, TextOf(shortcode) ?? shortcode.Label)) : Write(writer => WriteInline(writer, shortcode));
        });
    }

    /// <summary>What stands in the place of those that make a text; null for others.</summary>
    string? TextOf(Shortcode shortcode) => shortcode switch
    {
        { IsClosing: true } => null,
        { Name: "ref" or "relref" } => shortcode.Argument("path", 0) ?? "",
        { Name: "param" } when shortcode.Argument("", 0) is { Length: > 0 } key => page?.Find(key),
        _ => null,
    };

    string Address(Shortcode? shortcode) =>
        shortcode is not null && TextOf(shortcode) is { } address ? Write(writer => Urls.Write(writer, address, resolve: false, picture: false)) : "";

    Shortcode? Find(Match match)
    {
        budget.Check();
        return int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shortcodes.Count ? shortcodes[index] : null;
    }

    static string Write(Action<TextWriter> write)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture);
        write(writer);
        return writer.ToString();
    }

    void WriteBlock(TextWriter writer, Shortcode shortcode)
    {
        if (shortcode is { Name: "figure", IsClosing: false })
        {
            Figure.Write(writer, shortcode, Urls, markdown);
        }
        else if (shortcode is { Name: "highlight", Inner: { } code })
        {
            WriteCode(writer, shortcode, code);
        }
        else if (shortcode is { Inner: { } inner, IsInline: false })
        {
            WriteParagraph(writer, () => WriteChip(writer, shortcode, shortcode.Label));
            WriteInner(writer, inner, asBlock: true);
            WriteParagraph(writer, () => WriteChip(writer, shortcode, shortcode.ClosingLabel));
        }
        else
        {
            WriteParagraph(writer, () => WriteInline(writer, shortcode));
        }
    }

    static void WriteParagraph(TextWriter writer, Action write)
    {
        writer.Write("<p>");
        write();
        writer.Write("</p>\n");
    }

    void WriteInline(TextWriter writer, Shortcode shortcode)
    {
        if (TextOf(shortcode) is { } text)
        {
            HtmlText.WriteEscaped(writer, text);
            return;
        }
        WriteChip(writer, shortcode, shortcode.Label);
        if (shortcode is not { Inner: { } inner, IsInline: false })
            return;
        WriteInner(writer, inner, asBlock: false);
        WriteChip(writer, shortcode, shortcode.ClosingLabel);
    }

    void WriteChip(TextWriter writer, Shortcode shortcode, string label)
    {
        var isMissing = page is not null && shortcode is { Name: "param", IsClosing: false };
        writer.Write(shortcode.IsInline || isMissing ? "<span class=\"shortcode refused\" data-shortcode=\"" : "<span class=\"shortcode\" data-shortcode=\"");
        HtmlText.WriteEscaped(writer, shortcode.Name);
        writer.Write("\">");
        if (isMissing)
            label += " = ?";
        if (Embedding.Of(shortcode) is { } embedding)
            WriteCard(writer, embedding);
        else
            HtmlText.WriteEscaped(writer, label);
        writer.Write("</span>");
    }

    /// <summary>A link to what the shortcode would embed: nothing is asked of another server without a click.</summary>
    static void WriteCard(TextWriter writer, Embedding embedding)
    {
        writer.Write($"<strong>{embedding.Site}</strong> <a href=\"");
        Urls.Write(writer, embedding.Url, resolve: false, picture: false);
        writer.Write("\">");
        HtmlText.WriteEscaped(writer, embedding.Title ?? embedding.Url);
        writer.Write("</a>");
    }

    /// <summary>The text between two tags as it stands, for it is no Markdown of the page, and the shortcodes in it.</summary>
    void WriteInner(TextWriter writer, string inner, bool asBlock)
    {
        budget.Check();
        var text = depth < DeepestInner ? ShortcodeText.Of(inner, budget) : null;
        var within = new StandIns(text?.Shortcodes ?? [], page, budget, markdown, depth + 1);
        var rest = (text?.Marked ?? inner).AsSpan();
        foreach (Match match in Anywhere().Matches(text?.Marked ?? ""))
        {
            var at = text!.Marked.Length - rest.Length;
            WriteText(writer, rest[..(match.Index - at)], asBlock);
            rest = rest[(match.Index - at + match.Length)..];
            if (within.Find(match) is { } shortcode)
                within.Write(writer, shortcode, asBlock);
        }
        WriteText(writer, rest, asBlock);
    }

    void Write(TextWriter writer, Shortcode shortcode, bool asBlock)
    {
        if (asBlock)
            WriteBlock(writer, shortcode);
        else
            WriteInline(writer, shortcode);
    }

    static void WriteText(TextWriter writer, ReadOnlySpan<char> text, bool asBlock)
    {
        if (!asBlock)
        {
            HtmlText.WriteEscaped(writer, text);
        }
        else if (!text.IsWhiteSpace())
        {
            writer.Write("<pre class=\"plain\">");
            HtmlText.WriteEscaped(writer, text.Trim('\n'));
            writer.Write("</pre>\n");
        }
    }

    static void WriteCode(TextWriter writer, Shortcode highlight, string code)
    {
        writer.Write("<pre><code class=\"language-");
        HtmlText.WriteEscaped(writer, highlight.Argument("lang", 0));
        writer.Write("\">");
        HtmlText.WriteEscaped(writer, code.Trim('\n'));
        writer.Write("\n</code></pre>\n");
    }

    [GeneratedRegex("<p>\uE0F0([0-9]+)\uE0F1</p>\n")]
    private static partial Regex Alone();

    [GeneratedRegex("\uE0F0([0-9]+)\uE0F1")]
    private static partial Regex Anywhere();

    /// <summary>The mark as an address has it.</summary>
    [GeneratedRegex("%EE%83%B0([0-9]+)%EE%83%B1")]
    private static partial Regex InAddress();
}
