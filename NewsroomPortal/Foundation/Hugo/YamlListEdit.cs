using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// Turns one list into another by its items: those that stay are not touched, those that move keep their spelling, and only the
/// lines of the others change. Both lists have items.
/// </summary>
internal sealed class YamlListEdit
{
    private readonly string text;
    private readonly ValueNode list;
    private readonly IReadOnlyList<string> wanted;
    private readonly YamlHabits habits;
    private readonly List<TextSplice> splices = [];

    private YamlListEdit(string text, ValueNode list, IReadOnlyList<string> wanted, YamlHabits habits)
    {
        this.text = text;
        this.list = list;
        this.wanted = wanted;
        var example = list.Items.LastOrDefault(item => item.Kind == ValueKind.Text && YamlHabits.Spell("x", item.Style) is not null);
        this.habits = example is null ? habits : habits with { ItemQuotes = example.Style };
    }

    public static IReadOnlyList<TextSplice> Between(string text, ValueNode list, IReadOnlyList<string> wanted, YamlHabits habits)
    {
        var edit = new YamlListEdit(text, list, wanted, habits);
        var (old, now) = (0, 0);
        foreach (var (keptOld, keptNow) in Kept.Between([.. list.Items.Select(item => item.Text)], wanted))
        {
            edit.Change(old, keptOld, now, keptNow);
            (old, now) = (keptOld + 1, keptNow + 1);
        }
        edit.Change(old, list.Items.Count, now, wanted.Count);
        return edit.splices;
    }

    /// <summary>Old items from..to become the wanted ones nowFrom..nowTo: pairs in their places, then the rest.</summary>
    private void Change(int from, int to, int nowFrom, int nowTo)
    {
        var pairs = Math.Min(to - from, nowTo - nowFrom);
        for (var index = 0; index < pairs; index++)
        {
            var item = list.Items[from + index];
            var blank = item.Start == item.End ? " " : "";
            splices.Add(new(item.Start, item.End, blank + Spell(wanted[nowFrom + index])));
        }
        if (nowFrom + pairs < nowTo)
            Insert(from + pairs, nowFrom + pairs, nowTo);
        else if (from + pairs < to)
            Delete(from + pairs, to);
    }

    private void Insert(int before, int nowFrom, int nowTo)
    {
        var added = Enumerable.Range(nowFrom, nowTo - nowFrom).Select(index => Spell(wanted[index]));
        if (list.Style != ValueStyle.Block)
        {
            var at = before > 0 ? list.Items[before - 1].End : list.Items[0].Start;
            var joined = string.Join(", ", added);
            splices.Add(new(at, at, before > 0 ? ", " + joined : joined + ", "));
            return;
        }

        var prefix = list.Items.Select(item => YamlHabits.ItemPrefix(text, item)).FirstOrDefault(lead => lead is not null)
            ?? habits.KeyIndent + habits.ItemLead;
        var line = before > 0 ? LineEnd(list.Items[before - 1]) : LineStart(list.Items[0]);
        var lineBreak = LineBreaks.Before(text, line);
        splices.Add(new(line, line, string.Concat(added.Select(spelled => prefix + spelled + lineBreak))));
    }

    private void Delete(int from, int to)
    {
        if (list.Style == ValueStyle.Block)
        {
            for (var index = from; index < to; index++)
                splices.Add(new(LineStart(list.Items[index]), LineEnd(list.Items[index]), ""));
        }
        else if (from > 0)
        {
            splices.Add(new(list.Items[from - 1].End, list.Items[to - 1].End, ""));
        }
        else
        {
            splices.Add(new(list.Items[0].Start, list.Items[to].Start, ""));
        }
    }

    /// <summary>As an item that the list had already, else as its neighbours are.</summary>
    private string Spell(string value)
    {
        var had = list.Items.FirstOrDefault(item => item.Text == value && item.Kind != ValueKind.Null && item.Style is not (ValueStyle.Literal or ValueStyle.Folded));
        return had is null ? habits.SpellItem(value) : text[had.Start..had.End];
    }

    private int LineStart(ValueNode item) => LineBreaks.LineStart(text, item.Start);

    private int LineEnd(ValueNode item) => LineBreaks.LineEnd(text, item.End, text.Length);
}
