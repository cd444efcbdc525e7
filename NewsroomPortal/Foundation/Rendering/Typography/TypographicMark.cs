using Markdig.Syntax.Inlines;

namespace NewsroomPortal.Foundation.Rendering.Typography;

/// <summary>A quote, dash, ellipsis or apostrophe put in the place of ASCII characters.</summary>
sealed class TypographicMark(string html) : LeafInline
{
    /// <summary>A character reference, written as it is.</summary>
    public string Html { get; } = html;
}
