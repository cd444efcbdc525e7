using NewsroomPortal.Foundation.Rendering.Budget;
using NewsroomPortal.Foundation.Rendering.Links;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.RawHtml;

/// <summary>
/// Writes the raw HTML of a site with <c>unsafe</c> into a preview: each tag is read and written anew, from <see cref="AllowedHtml"/> alone, and everything else is escaped.
/// Since no element is written within which a browser reads otherwise, whatever tree it makes holds nothing else. Linear in the text, where a sanitiser
/// that builds that tree can be made to run for seconds.
/// </summary>
sealed class SafeHtml(CappedWriter writer, SafeUrl urls)
{
    readonly List<string> open = [];

    public void Write(ReadOnlySpan<char> html)
    {
        for (int at; (at = html.IndexOf('<')) >= 0;)
        {
            writer.Check();
            WriteText(html[..at]);
            html = html[at..];
            if (html is ['<', '!' or '?', ..])
                html = SkipTo(html, html.StartsWith("<!--") ? "-->" : ">");
            else if (HtmlTag.Read(html) is { } tag)
                html = WriteTag(tag, html[tag.Length..]);
            else
                html = WriteBracket(html);
        }
        WriteText(html);
    }

    /// <summary>Closes what the raw HTML of a block has left open.</summary>
    public void End() => Close(open.Count);

    void WriteText(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
            HtmlText.WriteEscaped(writer, Entities.Decode(text.ToString()));
    }

    static ReadOnlySpan<char> SkipTo(ReadOnlySpan<char> html, string end)
    {
        var at = html.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? [] : html[(at + end.Length)..];
    }

    ReadOnlySpan<char> WriteBracket(ReadOnlySpan<char> html)
    {
        writer.Write("&lt;");
        return html[1..];
    }

    ReadOnlySpan<char> WriteTag(HtmlTag tag, ReadOnlySpan<char> rest)
    {
        if (tag.IsClosing)
        {
            if (open.LastIndexOf(tag.Name) is >= 0 and var index)
                Close(open.Count - index);
            return rest;
        }
        if (tag.Name is "iframe" or "video" or "audio" or "embed")
            WriteEmbedded(tag);
        if (AllowedHtml.Swallows(tag.Name))
            return SkipTo(SkipTo(rest, "</" + tag.Name), ">");
        if (AllowedHtml.Has(tag.Name))
            Open(tag);
        return rest;
    }

    /// <summary>A link to what would be fetched from elsewhere: no request without a click.</summary>
    void WriteEmbedded(HtmlTag tag)
    {
        var address = tag.Attributes.FirstOrDefault(attribute => attribute.Key == "src").Value;
        if (string.IsNullOrEmpty(address))
            return;
        address = Entities.Decode(address);
        writer.Write("<span class=\"shortcode\" data-shortcode=\"");
        writer.Write(tag.Name);
        writer.Write("\"><a href=\"");
        urls.Write(writer, address, resolve: false, picture: false);
        writer.Write("\">");
        HtmlText.WriteEscaped(writer, address);
        writer.Write("</a></span>");
    }

    void Open(HtmlTag tag)
    {
        while (open.Count > 0 && AllowedHtml.Ends(open[^1], tag.Name))
            Close(1);
        var isVoid = AllowedHtml.IsVoid(tag.Name);
        if (!isVoid && open.Count == RenderBudget.DeepestNesting)
            return;
        writer.Write('<');
        writer.Write(tag.Name);
        foreach (var (name, value) in tag.Attributes.DistinctBy(attribute => attribute.Key))
            WriteAttribute(tag.Name, name, Entities.Decode(value));
        writer.Write('>');
        if (!isVoid)
            open.Add(tag.Name);
    }

    void WriteAttribute(string element, string name, string value)
    {
        var isAddress = AllowedHtml.IsAddress(element, name);
        if (!isAddress && !AllowedHtml.Has(element, name, value))
            return;
        writer.Write(' ');
        writer.Write(name);
        writer.Write("=\"");
        if (isAddress)
            urls.Write(writer, value.Trim(), resolve: false, picture: element == "img");
        else
            HtmlText.WriteEscaped(writer, value);
        writer.Write('"');
    }

    void Close(int count)
    {
        for (; count > 0; count--)
        {
            writer.Write("</");
            writer.Write(open[^1]);
            writer.Write('>');
            open.RemoveAt(open.Count - 1);
        }
    }
}
