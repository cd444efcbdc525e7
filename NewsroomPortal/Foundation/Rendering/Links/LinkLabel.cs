using Markdig.Syntax.Inlines;

namespace NewsroomPortal.Foundation.Rendering.Links;

/// <summary>An opening bracket that may yet become a link or an image.</summary>
sealed class LinkLabel : LeafInline
{
    /// <summary>Where the bracket, or its exclamation mark, starts in the leaf's text.</summary>
    public required int From { get; init; }

    /// <summary>Where the label's text starts.</summary>
    public required int To { get; init; }

    public required bool IsImage { get; init; }
}
