using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Features.Articles;

/// <summary>What stays between two passages of a comparison: the lines shown after the one, how many are left out, the lines shown before the other.</summary>
internal sealed record KeptStretch(string Head, int Skipped, string Tail)
{
    private const int Around = 2;

    // Of one stretch, where the whole text is asked for: no page shows more lines at one go.
    private const int MostLines = 400;

    /// <summary>The stretch before each passage, and last the one after all of them.</summary>
    public static IReadOnlyList<KeptStretch> Between(IReadOnlyList<TextPassage> passages, string text, bool whole)
    {
        var stretches = new List<KeptStretch>();
        var from = 0;
        foreach (var passage in passages)
        {
            stretches.Add(Of(text[from..passage.Lines.NewFrom], whole, isFirst: from == 0, isLast: false));
            from = passage.Lines.NewTo;
        }
        stretches.Add(Of(text[from..], whole, isFirst: from == 0, isLast: true));
        return stretches;
    }

    private static KeptStretch Of(string text, bool whole, bool isFirst, bool isLast)
    {
        var lines = text.AsSpan().Count('\n') + (text.Length > 0 && text[^1] != '\n' ? 1 : 0);
        var (head, tail) = whole ? (MostLines / 2, MostLines / 2) : (isFirst ? 0 : Around, isLast ? 0 : Around);
        if (lines <= head + tail)
        {
            return new KeptStretch(text, 0, "");
        }
        var (headEnd, tailStart) = (0, text.Length);
        for (var line = 0; line < head; line++)
        {
            headEnd = text.IndexOf('\n', headEnd) + 1;
        }
        for (var line = 0; line < tail; line++)
        {
            // The line break at the end of the line before the tail is the line's own.
            tailStart = text.LastIndexOf('\n', tailStart - 2) + 1;
        }
        return new KeptStretch(text[..headEnd], lines - head - tail, text[tailStart..]);
    }
}
