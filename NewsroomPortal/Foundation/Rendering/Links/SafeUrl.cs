using System.Buffers;
using System.Text;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Links;

/// <summary>
/// Addresses as Goldmark writes them into <c>href</c> and <c>src</c>. On the portal's own pages their schemes are on a list;
/// for a site they are all, or any but Goldmark's dangerous ones, however these are spelt.
/// </summary>
sealed class SafeUrl(Addresses allowed)
{
    const string Hex = "0123456789ABCDEF";
    static readonly SearchValues<char> Kept = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789;/?:@&=+$,-_.!~*'()#");
    static readonly SearchValues<char> InSchemes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
    static readonly string[] Schemes = ["http", "https", "mailto", "tel", "ftp", "sms", "geo", "magnet", "irc", "ircs", "xmpp", "news", "doi", "urn"];
    static readonly string[] Dangerous = ["javascript", "vbscript", "file", "data"];
    static readonly string[] Pictures = ["data:image/png;", "data:image/gif;", "data:image/jpeg;", "data:image/webp;"];

    /// <summary>Writes the address, or nothing where its scheme is not allowed.</summary>
    /// <param name="writer">Stands inside a quoted attribute.</param>
    /// <param name="url">As the author wrote it.</param>
    /// <param name="resolve">Whether backslashes and references are resolved first: in links, not in autolinks.</param>
    /// <param name="picture">Whether a raster image may be held in the address itself.</param>
    public void Write(TextWriter writer, ReadOnlySpan<char> url, bool resolve, bool picture)
    {
        var resolved = resolve && url.ContainsAny('\\', '&') ? Resolve(url) : url;
        if (!IsAllowed(resolved, picture))
            return;
        for (int at; (at = resolved.IndexOfAnyExcept(Kept)) >= 0;)
        {
            HtmlText.WriteEscaped(writer, resolved[..at]);
            resolved = resolved[(at + WriteEncoded(writer, resolved[at..]))..];
        }
        HtmlText.WriteEscaped(writer, resolved);
    }

    static string Resolve(ReadOnlySpan<char> url)
    {
        var text = new StringBuilder(url.Length);
        while (!url.IsEmpty)
        {
            var consumed = 1;
            if (url[0] == '\\' && url.Length > 1 && Characters.IsPunctuation(url[1]))
            {
                text.Append(url[1]);
                consumed = 2;
            }
            else if (url[0] == '&' && Entities.Read(url) is { Length: > 0 } entity)
            {
                text.Append(entity.Characters);
                consumed = entity.Length;
            }
            else
            {
                text.Append(url[0]);
            }
            url = url[consumed..];
        }
        return text.ToString();
    }

    /// <summary>No scheme, or one that may be. What browsers skip inside a scheme (tabs, line feeds) cannot hide one: it is written percent-encoded.</summary>
    bool IsAllowed(ReadOnlySpan<char> url, bool picture)
    {
        var end = url.IndexOf(':');
        if (end < 1 || url[..end].ContainsAnyExcept(InSchemes))
            return true;
        var isAllowed = allowed switch
        {
            Addresses.Listed => IsListed(Schemes, url[..end]),
            Addresses.Harmless => !IsListed(Dangerous, url[..end]),
            _ => true,
        };
        return isAllowed || (picture && IsPicture(url));
    }

    static bool IsListed(string[] list, ReadOnlySpan<char> scheme)
    {
        foreach (var listed in list)
        {
            if (scheme.Equals(listed, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    static bool IsPicture(ReadOnlySpan<char> url)
    {
        foreach (var start in Pictures)
        {
            if (url.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    static int WriteEncoded(TextWriter writer, ReadOnlySpan<char> url)
    {
        if (url[0] == '%' && url.Length > 2 && char.IsAsciiHexDigit(url[1]) && char.IsAscii(url[2]))
        {
            HtmlText.WriteEscaped(writer, url[..3]);
            return 3;
        }
        Rune.DecodeFromUtf16(url, out var rune, out var length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
        {
            writer.Write('%');
            writer.Write(Hex[value >> 4]);
            writer.Write(Hex[value & 15]);
        }
        return length;
    }
}
