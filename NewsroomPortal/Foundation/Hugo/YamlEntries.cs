using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Takes members out of a map, or items out of a list, that stands in lines; at least one stays, or the map is the front matter itself.</summary>
internal sealed class YamlEntries(string text, ValueNode node)
{
    private readonly List<LineSpan> entries = node.Kind == ValueKind.List
        ? [.. node.Items.Select(item => new LineSpan(YamlHabits.Dash(text, item), item.End))]
        : [.. node.Members.Select(member => new LineSpan(member.KeyStart, Math.Max(member.ColonEnd, member.Node.End)))];

    public IEnumerable<TextSplice> Remove(Func<int, bool> isGoing)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            if (!isGoing(index))
                continue;
            var (start, end) = entries[index];
            var line = LineBreaks.LineStart(text, start);
            if (text.AsSpan(line, start - line).IsWhiteSpace())
            {
                yield return new(line, LineBreaks.LineEnd(text, end, text.Length), "");
                continue;
            }
            // The hyphen of the list around it stands before it on its line, and then before the first that stays.
            while (index + 1 < entries.Count && isGoing(index + 1))
                index++;
            yield return new(start, index + 1 < entries.Count ? entries[index + 1].Start : end, "");
        }
    }
}
