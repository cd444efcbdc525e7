using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// Turns one list of TOML or JSON into another by its items: those that stay are not touched, those that move keep their spelling,
/// and new ones stand as their neighbours do. Both lists have items.
/// </summary>
internal sealed class BracketListEdit
{
    private readonly string text;
    private readonly ValueNode list;
    private readonly IReadOnlyList<string> spelled;
    private readonly bool mayEndWithComma;
    private readonly string between;
    private readonly List<TextSplice> splices = [];

    private BracketListEdit(string text, ValueNode list, IReadOnlyList<string> spelled, bool mayEndWithComma)
    {
        this.text = text;
        this.list = list;
        this.spelled = spelled;
        this.mayEndWithComma = mayEndWithComma;
        between = BracketHabits.Of(text, list).Between;
    }

    /// <param name="mayEndWithComma">The format allows a comma after the last item.</param>
    public static IReadOnlyList<TextSplice> Between(
        string text, ValueNode list, IReadOnlyList<string> wanted, Func<string, string> spell, bool mayEndWithComma)
    {
        var had = list.Items.Where(item => item.Kind != ValueKind.Null).ToLookup(item => item.Text);
        var spelled = wanted.Select(value => had[value].FirstOrDefault() is { } item ? text[item.Start..item.End] : spell(value)).ToList();
        var edit = new BracketListEdit(text, list, spelled, mayEndWithComma);
        var (old, now) = (0, 0);
        foreach (var (keptOld, keptNow) in Kept.Between([.. list.Items.Select(item => item.Text)], wanted))
        {
            edit.Change(old, keptOld, now, keptNow);
            (old, now) = (keptOld + 1, keptNow + 1);
        }
        edit.Change(old, list.Items.Count, now, wanted.Count);
        return edit.splices;
    }

    /// <summary>The list without one of its items, whatever they are.</summary>
    public static IReadOnlyList<TextSplice> Without(string text, ValueNode list, int index, bool mayEndWithComma)
    {
        if (list.Items.Count == 1)
            return [new(list.Start, list.End, "[]")];
        var edit = new BracketListEdit(text, list, [], mayEndWithComma);
        edit.Delete(index, index + 1);
        return edit.splices;
    }

    /// <summary>Old items from..to become the wanted ones nowFrom..nowTo: pairs in their places, then the rest.</summary>
    private void Change(int from, int to, int nowFrom, int nowTo)
    {
        var pairs = Math.Min(to - from, nowTo - nowFrom);
        for (var index = 0; index < pairs; index++)
            splices.Add(new(list.Items[from + index].Start, list.Items[from + index].End, spelled[nowFrom + index]));
        if (nowFrom + pairs < nowTo)
            Insert(from + pairs, spelled.Skip(nowFrom + pairs).Take(nowTo - nowFrom - pairs));
        else if (from + pairs < to)
            Delete(from + pairs, to);
    }

    private void Insert(int before, IEnumerable<string> added)
    {
        var isLast = before == list.Items.Count;
        var at = isLast ? list.Items[^1].End : list.Items[before].Start;
        splices.Add(new(at, at, string.Concat(added.Select(item => isLast ? between + item : item + between))));
    }

    private void Delete(int from, int to)
    {
        var lines = Enumerable.Range(from, to - from).Select(index => OwnLine(list.Items[index])).ToList();
        if (mayEndWithComma && lines.All(line => line is not null))
            splices.AddRange(lines.Select(line => new TextSplice(line!.Value.Start, line.Value.End, "")));
        else if (from > 0)
            splices.Add(new(list.Items[from - 1].End, list.Items[to - 1].End, ""));
        else
            splices.Add(new(list.Items[0].Start, list.Items[to].Start, ""));
    }

    /// <summary>The line of an item that has one to itself, with its comma and comment.</summary>
    private (int Start, int End)? OwnLine(ValueNode item)
    {
        var (start, end) = (LineBreaks.LineStart(text, item.Start), LineBreaks.LineEnd(text, item.End, text.Length));
        var after = text.AsSpan(item.End, end - item.End).Trim();
        after = after is [',', ..] ? after[1..].TrimStart() : after;
        return text.AsSpan(start, item.Start - start).IsWhiteSpace() && (after.IsEmpty || after[0] == '#') ? (start, end) : null;
    }
}
