namespace NewsroomPortal.Foundation.Rendering;

/// <summary>One top-level block of a body, rendered.</summary>
/// <param name="FirstLine">First line of the body that the block comes from, 0-based.</param>
/// <param name="LastLine">Last such line, inclusive.</param>
/// <param name="Html">Safe HTML: may hold no element (a comment), one or several.</param>
public sealed record RenderedBlock(int FirstLine, int LastLine, string Html);
