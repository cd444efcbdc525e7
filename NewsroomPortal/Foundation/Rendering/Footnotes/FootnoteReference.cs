using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Inlines;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Footnotes;

/// <summary><c>[^name]</c> in the text.</summary>
sealed class FootnoteReference : LeafInline
{
    public required FootnoteBlock Footnote { get; init; }

    /// <summary>Which of the references to that footnote, from 0.</summary>
    public required int Ordinal { get; init; }

    public static Inline? Read(InlineReading reading)
    {
        var line = reading.Line;
        var mark = line[0] == '!' ? 1 : 0;
        if (reading.Context.Footnotes.Section is null || line[mark..] is not ['[', '^', .. var rest])
            return null;
        var end = FindEnd(rest);
        if (end < 0 || reading.Context.Footnotes.Find(rest[..end].ToString()) is not { } footnote)
            return null;
        reading.Context.Footnotes.Refer(footnote);
        reading.AppendText(reading.Position, reading.Position + mark);
        reading.Position += mark + 3 + end;
        return new FootnoteReference { Footnote = footnote, Ordinal = footnote.References - 1 };
    }

    /// <returns>Where the name before the closing bracket ends, or -1.</returns>
    public static int FindEnd(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && Characters.IsPunctuation(text[i + 1]))
                i++;
            else if (text[i] == ']')
                return i;
            else if (text[i] == '[')
                return -1;
        }
        return -1;
    }
}
