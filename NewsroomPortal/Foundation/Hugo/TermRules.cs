namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Which words can be a tag or a category: Hugo makes each a page, and some characters make its address a dead link or another page's.</summary>
public static class TermRules
{
    /// <summary>The word key of why this cannot be a term; null where it can.</summary>
    public static string? Refusal(string term)
    {
        if (string.IsNullOrWhiteSpace(term))
            return "hugo.term.empty";
        if (term.Any(char.IsControl))
            return "hugo.term.control-character";
        if (char.IsWhiteSpace(term[0]) || char.IsWhiteSpace(term[^1]))
            return "hugo.term.blank-edge";
        if (term[0] == '.')
            return "hugo.term.leading-dot";
        return term.AsSpan().IndexOfAny("#?%/\\") >= 0 ? "hugo.term.character" : null;
    }
}
