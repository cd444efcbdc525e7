namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What a writer should know of front matter that does read.</summary>
internal static class FrontMatterWarnings
{
    public static IReadOnlyList<FrontMatterWarning> OfFields(IReadOnlyList<Field> fields) =>
        [.. fields.Where(field => field.IsDuplicate).Select(field => new FrontMatterWarning(field.Line, "hugo.warning.duplicate-key", field.Key))];

    /// <summary>Hugo takes a first <c>-</c> or <c>+</c> for the beginning of a fence and fails: "invalid YAML delimiter".</summary>
    public static IReadOnlyList<FrontMatterWarning> OfOpening(string text, Fences fences)
    {
        var first = text.AsSpan().IndexOfAnyExcept(" \t\r\n\uFEFF");
        return fences.Format == FrontMatterFormat.None && first >= 0 && text[first] is '-' or '+'
            ? [new(1 + text.AsSpan(0, first).Count('\n'), "hugo.warning.half-fence", "")]
            : [];
    }
}
