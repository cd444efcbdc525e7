using System.Globalization;
using System.Text.RegularExpressions;
using NewsroomPortal.Foundation.Rendering.Links;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>Puts shortcodes back into rendered HTML: Hugo's own as what they make, without asking any other server; others as a labelled chip.</summary>
sealed partial class StandIns(IReadOnlyList<Shortcode> shortcodes)
{
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
            var isText = isInTag;
            return Write(writer => WriteHere(writer, shortcode, isText));
        });
    }

    static void WriteHere(TextWriter writer, Shortcode shortcode, bool asText)
    {
        if (asText)
            HtmlText.WriteEscaped(writer, Label(shortcode));
        else
            WriteInline(writer, shortcode);
    }

    Shortcode? Find(Match match) =>
        int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shortcodes.Count ? shortcodes[index] : null;

    static string Write(Action<TextWriter> write)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture);
        write(writer);
        return writer.ToString();
    }

    static string Address(Shortcode? shortcode) =>
        shortcode is { Name: "ref" or "relref", IsClosing: false }
            ? Write(writer => Urls.Write(writer, shortcode.Argument("path", 0), resolve: false, picture: false))
            : "";

    static string Label(Shortcode shortcode) => shortcode switch
    {
        { Name: "ref" or "relref", IsClosing: false } => shortcode.Argument("path", 0) ?? "",
        { IsClosing: true } => $"{{{{< /{shortcode.Name} >}}}}",
        _ => $"{{{{< {shortcode.Name} >}}}}",
    };

    static void WriteBlock(TextWriter writer, Shortcode shortcode)
    {
        if (shortcode is { Name: "figure", IsClosing: false })
            WriteFigure(writer, shortcode);
        else if (shortcode is { Name: "highlight", Inner: { } code })
            WriteCode(writer, shortcode, code);
        else
            Write(writer, "p", shortcode);
    }

    static void Write(TextWriter writer, string tag, Shortcode shortcode)
    {
        writer.Write($"<{tag}>");
        WriteInline(writer, shortcode);
        writer.Write($"</{tag}>\n");
    }

    static void WriteInline(TextWriter writer, Shortcode shortcode)
    {
        if (shortcode is { Name: "ref" or "relref", IsClosing: false })
        {
            HtmlText.WriteEscaped(writer, Label(shortcode));
            return;
        }
        writer.Write(shortcode.IsInline ? "<span class=\"shortcode refused\" data-shortcode=\"" : "<span class=\"shortcode\" data-shortcode=\"");
        HtmlText.WriteEscaped(writer, shortcode.Name);
        writer.Write("\">");
        if (Embedded(shortcode) is { } url)
            WriteLink(writer, url);
        else
            HtmlText.WriteEscaped(writer, Label(shortcode));
        writer.Write("</span>");
    }

    /// <summary>The page that shows what the shortcode would embed.</summary>
    static string? Embedded(Shortcode shortcode) => shortcode.IsClosing ? null : shortcode.Name switch
    {
        "youtube" => Page("https://www.youtube.com/watch?v=", shortcode.Argument("id", 0)),
        "vimeo" => Page("https://vimeo.com/", shortcode.Argument("id", 0)),
        "instagram" => Page("https://www.instagram.com/p/", shortcode.Argument("id", 0)),
        "gist" => Page($"https://gist.github.com/{Uri.EscapeDataString(shortcode.Argument("user", 0) ?? "")}/", shortcode.Argument("id", 1)),
        "tweet" => Page($"https://twitter.com/{Uri.EscapeDataString(shortcode.Argument("user", -1) ?? "i")}/status/", shortcode.Argument("id", 0)),
        _ => null,
    };

    static string? Page(string site, string? id) => id is null ? null : site + Uri.EscapeDataString(id);

    static void WriteLink(TextWriter writer, string url)
    {
        writer.Write("<a href=\"");
        Urls.Write(writer, url, resolve: false, picture: false);
        writer.Write("\">");
        HtmlText.WriteEscaped(writer, url);
        writer.Write("</a>");
    }

    static void WriteFigure(TextWriter writer, Shortcode figure)
    {
        writer.Write("<figure><img src=\"");
        Urls.Write(writer, figure.Argument("src", 0), resolve: false, picture: true);
        writer.Write("\" alt=\"");
        HtmlText.WriteEscaped(writer, figure.Argument("alt", -1) ?? figure.Argument("caption", -1));
        writer.Write("\">");
        var caption = string.Join(" — ", new[] { figure.Argument("title", -1), figure.Argument("caption", -1), figure.Argument("attr", -1) }.Where(part => !string.IsNullOrEmpty(part)));
        if (caption.Length > 0)
        {
            writer.Write("<figcaption>");
            HtmlText.WriteEscaped(writer, caption);
            writer.Write("</figcaption>");
        }
        writer.Write("</figure>\n");
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
