using System.Buffers;

namespace NewsroomPortal.Foundation.Rendering.Text;

/// <summary>Writes text and attribute values. Everything an author wrote reaches the page through here or through <see cref="Links.SafeUrl"/>.</summary>
static class HtmlText
{
    static readonly SearchValues<char> Special = SearchValues.Create("<>&\"");
    static readonly SearchValues<char> SpecialInCode = SearchValues.Create("<>&\"'");
    static readonly SearchValues<char> SpecialInMarkdown = SearchValues.Create("<>&\"\\\0");

    /// <summary>Escapes, and leaves backslashes and references as they stand: code, alternative texts, plain text.</summary>
    public static void WriteEscaped(TextWriter writer, ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAny(Special)) >= 0; text = text[(at + 1)..])
        {
            writer.Write(text[..at]);
            writer.Write(Escape(text[at]));
        }
        writer.Write(text);
    }

    /// <summary>Escapes as Go's html package does, which writes Hugo's fenced code: quotes by number.</summary>
    public static void WriteCode(TextWriter writer, ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAny(SpecialInCode)) >= 0; text = text[(at + 1)..])
        {
            writer.Write(text[..at]);
            writer.Write(text[at] switch { '"' => "&#34;", '\'' => "&#39;", var other => Escape(other) });
        }
        writer.Write(text);
    }

    /// <summary>Resolves backslashes and references, then escapes.</summary>
    public static void WriteMarkdown(TextWriter writer, ReadOnlySpan<char> text)
    {
        int at;
        while ((at = text.IndexOfAny(SpecialInMarkdown)) >= 0)
        {
            writer.Write(text[..at]);
            text = text[at..];
            var consumed = 1;
            switch (text[0])
            {
                case '\0':
                    writer.Write('\uFFFD');
                    break;
                case '\\' when text.Length > 1 && Characters.IsPunctuation(text[1]):
                    WriteEscaped(writer, text.Slice(1, 1));
                    consumed = 2;
                    break;
                case '\\':
                    writer.Write('\\');
                    break;
                case '&' when Entities.Read(text) is { Length: > 0 } entity:
                    WriteEscaped(writer, entity.Characters);
                    consumed = entity.Length;
                    break;
                default:
                    writer.Write(Escape(text[0]));
                    break;
            }
            text = text[consumed..];
        }
        writer.Write(text);
    }

    static string Escape(char c) => c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => "&quot;" };
}
