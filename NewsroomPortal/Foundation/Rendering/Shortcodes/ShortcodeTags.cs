using NewsroomPortal.Foundation.Rendering.Budget;

namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>All shortcode tags of a text and which closes which, found in one pass.</summary>
sealed class ShortcodeTags
{
    readonly List<ShortcodeTag> tags = [];
    readonly Dictionary<int, int> closings = [];

    public ShortcodeTags(string text, RenderBudget budget)
    {
        var open = new Dictionary<(string Name, bool IsMarkdown), Stack<int>>();
        for (var at = 0; (at = text.IndexOf("{{", at, StringComparison.Ordinal)) >= 0;)
        {
            budget.Check();
            if (ReadAt(text, at) is not { } tag)
            {
                at += 2;
                continue;
            }
            Pair(open, tag.Shortcode);
            tags.Add(tag);
            at = tag.End;
        }
    }

    public int Count => tags.Count;

    public ShortcodeTag this[int index] => tags[index];

    /// <summary>The tag that closes this one, or null.</summary>
    public int? Closing(int index) => closings.TryGetValue(index, out var closing) ? closing : null;

    void Pair(Dictionary<(string, bool), Stack<int>> open, Shortcode? shortcode)
    {
        if (shortcode is null)
            return;
        var key = (shortcode.Name, shortcode.IsMarkdown);
        if (!open.TryGetValue(key, out var waiting))
            open[key] = waiting = new Stack<int>();
        if (!shortcode.IsClosing)
            waiting.Push(tags.Count);
        else if (waiting.TryPop(out var opening))
            closings[opening] = tags.Count;
    }

    static ShortcodeTag? ReadAt(string text, int at)
    {
        if (at + 3 > text.Length || text[at + 2] is not ('<' or '%'))
            return null;
        if (Uncomment(text, at) is { } comment)
            return comment;
        var scanner = new ShortcodeScanner(text, at);
        return scanner.Read() is { } shortcode ? new ShortcodeTag(at, scanner.End, shortcode, "") : null;
    }

    /// <summary><c>{{&lt;/* x */&gt;}}</c> shows a shortcode instead of calling it.</summary>
    static ShortcodeTag? Uncomment(string text, int at)
    {
        if (string.CompareOrdinal(text, at + 3, "/*", 0, 2) != 0)
            return null;
        var end = text.IndexOf(text[at + 2] == '<' ? "*/>}}" : "*/%}}", at, StringComparison.Ordinal);
        return end < 0 ? null : new ShortcodeTag(at, end + 5, null, $"{text.AsSpan(at, 3)}{text.AsSpan(at + 5, end - at - 5)}{text.AsSpan(end + 2, 3)}");
    }
}

/// <param name="At">Where it starts in the text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Shortcode">Null for a comment.</param>
/// <param name="Shown">The text of a comment without its marks.</param>
readonly record struct ShortcodeTag(int At, int End, Shortcode? Shortcode, string Shown);
