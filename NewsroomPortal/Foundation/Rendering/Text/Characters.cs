using System.Text;

namespace NewsroomPortal.Foundation.Rendering.Text;

/// <summary>Goldmark's classes of characters: ASCII by table, the rest by Unicode category.</summary>
static class Characters
{
    public const string Spaces = " \t\n\r";

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    public static bool IsPunctuation(char c) =>
        c is (>= '!' and <= '/') or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~');

    /// <summary>Unicode's P categories and ASCII punctuation; symbols such as ￥ or → are none, unlike in CommonMark 0.31.</summary>
    public static bool IsPunctuation(Rune rune) =>
        rune.IsAscii ? IsPunctuation((char)rune.Value) : Rune.IsPunctuation(rune);

    /// <summary>The character before a position, or a line feed at the start of the text.</summary>
    public static Rune Before(string text, int start, int position)
    {
        if (position <= start)
            return new Rune('\n');
        return Rune.DecodeLastFromUtf16(text.AsSpan(start, position - start), out var rune, out _) == System.Buffers.OperationStatus.Done
            ? rune
            : Rune.ReplacementChar;
    }

    /// <summary>The character at a position, or a space past the end of the span.</summary>
    public static Rune At(ReadOnlySpan<char> text, int position)
    {
        if (position >= text.Length)
            return new Rune(' ');
        return Rune.DecodeFromUtf16(text[position..], out var rune, out _) == System.Buffers.OperationStatus.Done
            ? rune
            : Rune.ReplacementChar;
    }

    public static bool IsBlank(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(Spaces) < 0;

    /// <summary>Trims Goldmark's four spaces only: a no-break space or an ideographic space is text.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim(Spaces);
}
