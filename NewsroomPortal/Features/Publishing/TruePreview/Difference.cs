namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>A block that stands otherwise in the page that Hugo built than in the instant preview.</summary>
/// <param name="Line">1-based line of the body at which the block begins.</param>
/// <param name="Instant">What the instant preview has.</param>
/// <param name="Hugo">What Hugo made in its place; null: nothing that could be found.</param>
public sealed record Difference(int Line, string Instant, string? Hugo)
{
    private const int Longest = 80;
    private const int Before = 16;

    /// <summary>Texts are told where they differ, cut around the first character that does; alike ones by their elements, and these alike by their addresses.</summary>
    internal static Difference Between(int line, PageWords instant, PageWords? hugo)
    {
        if (hugo is null)
        {
            return new(line, Cut(instant.Text is { Length: > 0 } words ? words : instant.Elements, 0), null);
        }
        var (ours, theirs) = instant.Text != hugo.Text ? (instant.Text, hugo.Text)
            : instant.Elements != hugo.Elements ? (instant.Elements, hugo.Elements)
            : (instant.Addresses, hugo.Addresses);
        // A text and none: what has none is told by what it is.
        (ours, theirs) = (ours.Length > 0 ? ours : instant.Elements, theirs.Length > 0 ? theirs : hugo.Elements);
        var same = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        return new(line, Cut(ours, same), Cut(theirs, same));
    }

    private static string Cut(string text, int at)
    {
        var from = text.Length <= Longest ? 0 : Math.Clamp(at - Before, 0, text.Length - Longest);
        from -= from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        var to = Math.Min(text.Length, from + Longest);
        to -= to < text.Length && char.IsLowSurrogate(text[to]) ? 1 : 0;
        return (from > 0 ? "…" : "") + text[from..to] + (to < text.Length ? "…" : "");
    }
}
