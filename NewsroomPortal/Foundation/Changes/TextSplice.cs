namespace NewsroomPortal.Foundation.Changes;

/// <summary>Replaces the units from <paramref name="From"/> up to <paramref name="To"/> of a text with <paramref name="Insert"/>.</summary>
/// <param name="From">First unit replaced, counted in UTF-16 units of the old text.</param>
/// <param name="To">The unit after the last one replaced; equal to <paramref name="From"/> for a plain insertion.</param>
/// <param name="Insert">The new text; empty for a deletion.</param>
public readonly record struct TextSplice(int From, int To, string Insert);
