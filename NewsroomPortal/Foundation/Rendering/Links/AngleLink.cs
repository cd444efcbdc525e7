using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Inlines;
using NewsroomPortal.Foundation.Rendering.Linkify;

namespace NewsroomPortal.Foundation.Rendering.Links;

/// <summary><c>&lt;https://…&gt;</c> and <c>&lt;who@example.org&gt;</c>. After goldmark 1.5.4, <c>parser/auto_link.go</c> (MIT licence, © 2019 Yusuke Inuzuka).</summary>
static class AngleLink
{
    public static Inline? Read(InlineReading reading)
    {
        var line = reading.Line;
        var address = line[1..];
        var length = EmailAddress.Measure(address);
        var isEmail = length > 0;
        if (!isEmail)
            length = MeasureUrl(address);
        if (length <= 0 || length >= address.Length || address[length] != '>')
            return null;
        reading.Position += length + 2;
        return new AddressLink(address[..length].ToString()) { IsEmail = isEmail };
    }

    /// <returns>The length of a scheme, a colon and what follows up to a space or a pointed bracket; 0 if there is none.</returns>
    static int MeasureUrl(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon is < 2 or > 33 || !char.IsAsciiLetter(text[0]))
            return 0;
        foreach (var c in text[..colon])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return 0;
        }
        var end = colon + 1;
        while (end < text.Length && text[end] > ' ' && text[end] is not ('<' or '>'))
            end++;
        return end;
    }
}
