using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Adds to, and takes out of, a map or list in braces or brackets, in any of the formats.</summary>
/// <param name="node">Flow.</param>
/// <param name="loneGap">What comes after the first comma where the one that is there has no blank before it.</param>
internal sealed class Brackets(string text, ValueNode node, string loneGap)
{
    private readonly List<LineSpan> entries = node.Kind == ValueKind.List
        ? [.. node.Items.Select(item => new LineSpan(item.Start, item.End))]
        : [.. node.Members.Select(member => new LineSpan(member.Start, Math.Max(member.ColonEnd, member.Node.End)))];

    /// <summary>After the last, set off as it is.</summary>
    public TextSplice Append(string entry)
    {
        if (entries is [.., var last])
        {
            var gap = text[BeforeBlanks(last.Start)..last.Start];
            return new(last.End, last.End, "," + (entries.Count == 1 && gap.Length == 0 ? loneGap : gap) + entry);
        }
        var isOfLines = text.AsSpan(node.Start, node.End - node.Start).Contains('\n');
        return new(node.Start + 1, node.Start + 1, (isOfLines ? LineBreaks.Before(text, node.End) + "  " : "") + entry);
    }

    /// <summary>With the comma before, or after it where only such that go too stand before.</summary>
    public IEnumerable<TextSplice> Remove(Func<int, bool> isGoing)
    {
        var hasKeptBefore = false;
        for (var index = 0; index < entries.Count; index++)
        {
            if (!isGoing(index))
                hasKeptBefore = true;
            else if (hasKeptBefore)
                yield return new(entries[index - 1].End, entries[index].End, "");
            else
                yield return new(entries[index].Start, index + 1 < entries.Count ? entries[index + 1].Start : entries[index].End, "");
        }
    }

    /// <summary>What stands between a key and its value in this map, as with the last member.</summary>
    public string Colon(string usual) =>
        node.Members is [.., var last] && last.ColonEnd > last.Start ? text[BeforeBlanks(last.ColonEnd - 1)..Math.Max(last.ColonEnd, last.Node.Start)] : usual;

    /// <summary>Where the blanks and line breaks before a position begin.</summary>
    private int BeforeBlanks(int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1]))
            at--;
        return at;
    }
}
