namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>One shortcode of a body.</summary>
/// <param name="Name">As written, without the slash of a closing one.</param>
/// <param name="IsClosing">Whether it is <c>{{&lt; /name &gt;}}</c>.</param>
/// <param name="IsMarkdown">Whether it has percent signs: what is between its tags is part of the page's Markdown.</param>
/// <param name="Arguments">In their order; the key of a positional one is empty.</param>
/// <param name="Tag">The tag as it stands in the text.</param>
sealed record Shortcode(string Name, bool IsClosing, bool IsMarkdown, IReadOnlyList<KeyValuePair<string, string>> Arguments, string Tag)
{
    const int LongestLabel = 160;

    /// <summary>The text up to its closing tag, where it has one and that text belongs to it, not to the page.</summary>
    public string? Inner { get; init; }

    /// <summary>Hugo would run its text as a template: always refused.</summary>
    public bool IsInline => Name.EndsWith(".inline", StringComparison.Ordinal);

    /// <summary>Whether what is between its tags is handed to it as it stands.</summary>
    public bool TakesInner => !IsMarkdown || IsInline || Name == "highlight";

    /// <summary>Its tag on one line, cut where it is long.</summary>
    public string Label
    {
        get
        {
            var label = string.Join(' ', Tag.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries));
            return label.Length <= LongestLabel ? label : label[..(LongestLabel - (char.IsHighSurrogate(label[LongestLabel - 1]) ? 1 : 0))] + "…";
        }
    }

    public string ClosingLabel => IsMarkdown ? $"{{{{% /{Name} %}}}}" : $"{{{{< /{Name} >}}}}";

    /// <summary>The named argument, or the positional one at that index, or null.</summary>
    public string? Argument(string name, int index = -1)
    {
        var positional = 0;
        foreach (var (key, value) in Arguments)
        {
            if (key == name || (key.Length == 0 && positional++ == index))
                return value;
        }
        return null;
    }
}
