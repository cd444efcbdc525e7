namespace NewsroomPortal.Features.Taxonomy;

/// <summary>Values are stored: never renumber.</summary>
public enum TermKind
{
    Tag = 0,
    Category = 1,
}

public static class TermKinds
{
    public static IReadOnlyList<TermKind> All { get; } = [TermKind.Tag, TermKind.Category];

    /// <summary>The front matter's key.</summary>
    public static string Field(this TermKind kind) => kind == TermKind.Tag ? "tags" : "categories";
}
