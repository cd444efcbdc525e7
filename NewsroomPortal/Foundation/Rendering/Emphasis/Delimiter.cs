using Markdig.Syntax.Inlines;

namespace NewsroomPortal.Foundation.Rendering.Emphasis;

/// <summary>A run of <c>*</c>, <c>_</c> or <c>~</c> that may yet become emphasis.</summary>
sealed class Delimiter : LeafInline
{
    public required char Char { get; init; }

    /// <summary>Where the run starts in the leaf's text.</summary>
    public required int Start { get; init; }

    public required int OriginalLength { get; init; }

    /// <summary>Characters not yet spent.</summary>
    public required int Length { get; set; }

    public required bool CanOpen { get; init; }

    public required bool CanClose { get; init; }

    public Delimiter? Previous { get; set; }

    public Delimiter? Next { get; set; }

    /// <summary>How many characters this opener and that closer spend on each other: 0, 1 (em) or 2 (strong).</summary>
    public int Consumption(Delimiter closer)
    {
        if ((CanClose || closer.CanOpen) && (OriginalLength + closer.OriginalLength) % 3 == 0 && closer.OriginalLength % 3 != 0)
            return 0;
        return Length >= 2 && closer.Length >= 2 ? 2 : 1;
    }
}
