using Markdig.Helpers;
using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Inlines;

namespace NewsroomPortal.Foundation.Rendering.RawHtml;

/// <summary>Raw HTML inside text: tags, comments, instructions, declarations, CDATA. After goldmark 1.5.4, <c>parser/raw_html.go</c> (MIT licence, © 2019 Yusuke Inuzuka).</summary>
static class RawHtmlTag
{
    public static Inline? Read(InlineReading reading)
    {
        reading.Context.Budget.Check();
        var length = Measure(reading);
        if (length == 0)
            return null;
        var tag = reading.Context.Settings.Unsafe ? reading.Rest[..length].ToString() : "";
        reading.Position += length;
        return new HtmlInline(tag);
    }

    static int Measure(InlineReading reading)
    {
        var text = reading.Rest;
        if (text.StartsWith("<!--"))
            return MeasureComment(text);
        if (text.StartsWith("<?"))
            return MeasureUntil(text, "?>");
        if (text.StartsWith("<![CDATA["))
            return MeasureUntil(text, "]]>");
        if (text is ['<', '!', >= 'A' and <= 'Z', ..])
            return MeasureUntil(text, ">");
        if (text.Length < 2 || !(char.IsAsciiLetter(text[1]) || text[1] == '/'))
            return 0;
        var slice = new StringSlice(reading.Text, reading.Position, reading.End - 1);
        return HtmlHelper.TryParseHtmlTag(ref slice, out var tag) ? tag.Length : 0;
    }

    /// <summary>As CommonMark 0.30 has it: two hyphens end a comment, or it is none.</summary>
    static int MeasureComment(ReadOnlySpan<char> text)
    {
        const int open = 4;
        if (text.StartsWith("<!---->"))
            return 7;
        if (text.StartsWith("<!-->") || text.StartsWith("<!--->"))
            return 0;
        var hyphens = text[open..].IndexOf("--");
        if (hyphens < 0 || !text[(open + hyphens)..].StartsWith("-->"))
            return 0;
        return open + hyphens + 3;
    }

    static int MeasureUntil(ReadOnlySpan<char> text, string close)
    {
        var at = text.IndexOf(close);
        return at < 0 ? 0 : at + close.Length;
    }
}
