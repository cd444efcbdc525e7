namespace NewsroomPortal.Foundation.Rendering;

/// <summary>A rendered body: its top-level blocks in the order in which a page shows them.</summary>
/// <param name="Blocks">The blocks; a body past its budget has exactly one, holding the plain text.</param>
/// <param name="OverBudget">Word key that says why the plain text is shown, or null.</param>
public sealed record RenderedText(IReadOnlyList<RenderedBlock> Blocks, string? OverBudget);
