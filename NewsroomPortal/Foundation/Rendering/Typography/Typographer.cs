using System.Text;
using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Emphasis;
using NewsroomPortal.Foundation.Rendering.Inlines;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Typography;

/// <summary>
/// Quotes, dashes, ellipses and apostrophes. After goldmark 1.5.4, <c>extension/typographer.go</c> (MIT licence, © 2019 Yusuke Inuzuka).
/// Its rules look at bytes of UTF-8 after the mark, sometimes into the middle of a character; so do these.
/// </summary>
sealed class Typographer(InlineReading reading)
{
    public Inline? Read()
    {
        if (!reading.Context.Settings.Typographer)
            return null;
        var line = reading.Line;
        return line[0] switch
        {
            '-' when line.StartsWith("---") => Mark("&mdash;", 3),
            '-' when line.StartsWith("--") => Mark("&ndash;", 2),
            '.' when line.StartsWith("...") => Mark("&hellip;", 3),
            '<' when line.StartsWith("<<") => Mark("&laquo;", 2),
            '>' when line.StartsWith(">>") => Mark("&raquo;", 2),
            '\'' => ReadSingle(line),
            '"' => ReadDouble(line),
            _ => null,
        };
    }

    TypographicMark Mark(string html, int length)
    {
        reading.Position += length;
        return new TypographicMark(html);
    }

    TypographicMark? ReadSingle(ReadOnlySpan<char> line)
    {
        var before = Characters.Before(reading.Text, reading.Start, reading.Position);
        var (canOpen, canClose) = Flanks(line, before);
        var after = Characters.At(line, 1);
        Span<byte> buffer = stackalloc byte[MostBytes];
        var bytes = FirstBytes(line, buffer);
        if (IsDecade(line, bytes, canOpen && !canClose) || IsClipped(bytes, before) || IsInsideWord(bytes, before, after))
            return Mark("&rsquo;", 1);
        if (canOpen && !canClose)
        {
            if (IsEnding(bytes))
                return Mark("&rsquo;", 1);
            reading.Context.OpenQuotes.Single++;
            return Mark("&lsquo;", 1);
        }
        // Plural possessives and abbreviations: Smiths', doin'
        if (bytes.Length > 2 && !Rune.IsDigit(after))
            return Mark("&rsquo;", 1);
        if (reading.Context.OpenQuotes.Single == 0 || !Closes(bytes, after, canOpen, canClose))
            return null;
        reading.Context.OpenQuotes.Single--;
        return Mark("&rsquo;", 1);
    }

    TypographicMark? ReadDouble(ReadOnlySpan<char> line)
    {
        var before = Characters.Before(reading.Text, reading.Start, reading.Position);
        var (canOpen, canClose) = Flanks(line, before);
        if (canOpen && !canClose)
        {
            reading.Context.OpenQuotes.Double++;
            return Mark("&ldquo;", 1);
        }
        Span<byte> buffer = stackalloc byte[MostBytes];
        var bytes = FirstBytes(line, buffer);
        if (reading.Context.OpenQuotes.Double == 0 || !Closes(bytes, Characters.At(line, 1), canOpen, canClose))
            return null;
        // A screen of 21" inside quotes.
        if (bytes is [_, (byte)'"', ..] && Rune.IsDigit(before))
            return null;
        reading.Context.OpenQuotes.Double--;
        return Mark("&rdquo;", 1);
    }

    static (bool CanOpen, bool CanClose) Flanks(ReadOnlySpan<char> line, Rune before)
    {
        var run = line.IndexOfAnyExcept(line[0]);
        return Delimiters.Flanks(before, Characters.At(line, run < 0 ? line.Length : run), withinWords: true);
    }

    const int CharactersLookedAt = 5;
    const int MostBytes = CharactersLookedAt * 3;

    static ReadOnlySpan<byte> FirstBytes(ReadOnlySpan<char> line, Span<byte> buffer) =>
        buffer[..Encoding.UTF8.GetBytes(line[..Math.Min(line.Length, CharactersLookedAt)], buffer)];

    /// <summary>'90s</summary>
    static bool IsDecade(ReadOnlySpan<char> line, ReadOnlySpan<byte> bytes, bool opens)
    {
        if (!opens || bytes is not [_, >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', (byte)'s', ..])
            return false;
        var after = Characters.At(line, 4);
        return Rune.IsWhiteSpace(after) || Characters.IsPunctuation(after);
    }

    /// <summary>'twas, 'em, 'net</summary>
    static bool IsClipped(ReadOnlySpan<byte> bytes, Rune before) =>
        bytes is [_, (byte)'t' or (byte)'e' or (byte)'n' or (byte)'l', ..] && (Rune.IsPunctuation(before) || Rune.IsWhiteSpace(before));

    static bool IsInsideWord(ReadOnlySpan<byte> bytes, Rune before, Rune after) =>
        bytes.Length > 1 && (Rune.IsDigit(before) || Rune.IsLetter(before)) && Rune.IsLetter(after);

    /// <summary>Alice's, I'm, don't, you'd; I've, I'll, you're</summary>
    static bool IsEnding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [_, (byte)'s' or (byte)'m' or (byte)'t' or (byte)'d', .. var rest] when EndsWord(rest) => true,
        [_, (byte)'v', (byte)'e', .. var rest] when EndsWord(rest) => true,
        [_, (byte)'l', (byte)'l', .. var rest] when EndsWord(rest) => true,
        [_, (byte)'r', (byte)'e', .. var rest] when EndsWord(rest) => true,
        _ => false,
    };

    static bool EndsWord(ReadOnlySpan<byte> rest) => rest.IsEmpty || IsPunctuationOrSpace(rest[0]);

    static bool Closes(ReadOnlySpan<byte> bytes, Rune after, bool canOpen, bool canClose)
    {
        if (!canClose || !canOpen)
            return canClose;
        return bytes.Length > 1 && Rune.IsPunctuation(after) && (bytes.Length == 2 || IsPunctuationOrSpace(bytes[2]));
    }

    static bool IsPunctuationOrSpace(byte b) => b < 128 && (Characters.IsPunctuation((char)b) || Characters.IsSpace((char)b));
}
