namespace NewsroomPortal.Foundation.Changes;

/// <summary>A stretch of whole lines that differs between two texts.</summary>
/// <param name="Lines">The lines of either text; one side may be empty.</param>
/// <param name="Edits">What differs within them, in order: words, or characters of Han.</param>
public sealed record TextPassage(TextSpans Lines, IReadOnlyList<TextSpans> Edits)
{
    /// <summary>The passage in pieces, in the order they are read in.</summary>
    public IEnumerable<TextPiece> Pieces(string old, string @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var kept = Lines.NewFrom;
        foreach (var edit in Edits)
        {
            if (edit.NewFrom > kept)
                yield return new TextPiece(PieceKind.Kept, @new[kept..edit.NewFrom]);
            if (edit.OldTo > edit.OldFrom)
                yield return new TextPiece(PieceKind.Removed, old[edit.OldFrom..edit.OldTo]);
            if (edit.NewTo > edit.NewFrom)
                yield return new TextPiece(PieceKind.Added, @new[edit.NewFrom..edit.NewTo]);
            kept = edit.NewTo;
        }
        if (Lines.NewTo > kept)
            yield return new TextPiece(PieceKind.Kept, @new[kept..Lines.NewTo]);
    }
}

/// <summary>A stretch of a passage.</summary>
public readonly record struct TextPiece(PieceKind Kind, string Text);

public enum PieceKind
{
    /// <summary>In both texts.</summary>
    Kept,

    /// <summary>Only in the old text.</summary>
    Removed,

    /// <summary>Only in the new text.</summary>
    Added,
}
