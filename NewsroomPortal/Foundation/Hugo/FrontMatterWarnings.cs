namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What a writer should know of front matter that does read.</summary>
internal static class FrontMatterWarnings
{
    public static IReadOnlyList<FrontMatterWarning> OfFields(ValueNode root) =>
        [.. Duplicates(root).Select(field => new FrontMatterWarning(field.Line, "hugo.warning.duplicate-key", field.Key))];

    /// <summary>At every depth; an alias is not followed, so that no few bytes stand for many.</summary>
    private static IEnumerable<Field> Duplicates(ValueNode node) =>
        node.Style == ValueStyle.Alias ? []
        : node.Members.SelectMany(member => Duplicates(member.Node).Prepend(member)).Where(member => member.IsDuplicate).Concat(node.Items.SelectMany(Duplicates));

    /// <summary>Hugo takes a first <c>-</c> or <c>+</c> for the beginning of a fence and fails: "invalid YAML delimiter".</summary>
    public static IReadOnlyList<FrontMatterWarning> OfOpening(string text, Fences fences)
    {
        var first = text.AsSpan().IndexOfAnyExcept(" \t\r\n\uFEFF");
        return fences.Format == FrontMatterFormat.None && first >= 0 && text[first] is '-' or '+'
            ? [new(1 + text.AsSpan(0, first).Count('\n'), "hugo.warning.half-fence", "")]
            : [];
    }
}
