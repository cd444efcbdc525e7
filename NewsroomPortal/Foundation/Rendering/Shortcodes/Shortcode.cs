namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>One shortcode tag of a body.</summary>
/// <param name="Name">As written, without the slash of a closing one.</param>
/// <param name="IsClosing">Whether it is <c>{{&lt; /name &gt;}}</c>.</param>
/// <param name="Arguments">In their order; the key of a positional one is empty.</param>
/// <param name="Inner">The text up to its closing tag, where that belongs to it (highlight, inline shortcodes).</param>
sealed record Shortcode(string Name, bool IsClosing, IReadOnlyList<KeyValuePair<string, string>> Arguments, string? Inner)
{
    /// <summary>Hugo would run its text as a template: always refused.</summary>
    public bool IsInline => Name.EndsWith(".inline", StringComparison.Ordinal);

    /// <summary>The named argument, or the positional one at that index, or null.</summary>
    public string? Argument(string name, int index)
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
