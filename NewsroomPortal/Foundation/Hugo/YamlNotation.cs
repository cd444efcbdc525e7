using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Writes values in YAML; where a text has no front matter, a block before it.</summary>
internal sealed class YamlNotation(FrontMatter front) : Notation(front)
{
    private readonly YamlHabits habits = YamlHabits.Of(front);

    public override IEnumerable<IEnumerable<TextSplice>> ToAdd(FieldPlace place, FieldValue value)
    {
        if (place.Parent.Style == ValueStyle.Flow)
            return Spellings(place, null, value).Select(spelled => AddInBrackets(place, spelled));
        return place.Step.Key is { } key ? AddLines(place, key, value) : AddItem(place, value);
    }

    private TextSplice[] AddInBrackets(FieldPlace place, string spelled)
    {
        var brackets = new Brackets(Text, place.Parent, " ");
        return [brackets.Append(place.Step.Key is { } key ? Name(key) + brackets.Colon(": ").TrimEnd() + spelled : spelled[1..])];
    }

    private IEnumerable<IEnumerable<TextSplice>> AddLines(FieldPlace place, string key, FieldValue value)
    {
        var (at, lead) = place.Parent.Growth;
        var lineBreak = LineBreaks.Before(Text, at);
        foreach (var spelled in Spellings(place, null, value))
        {
            var line = lead + Name(key) + ":" + spelled + lineBreak;
            yield return Front.Format == FrontMatterFormat.None
                ? [new(0, 0, "---" + lineBreak + line + "---" + lineBreak)]
                : [new(at, at, line)];
        }
    }

    /// <summary>A map as its neighbours are, its key right after the hyphen.</summary>
    private IEnumerable<IEnumerable<TextSplice>> AddItem(FieldPlace place, FieldValue value)
    {
        var items = place.Parent.Items;
        var lead = YamlHabits.ItemPrefix(Text, items[^1]) ?? YamlHabits.Column(Text, YamlHabits.Dash(Text, items[^1])) + "- ";
        var at = LineBreaks.LineEnd(Text, items[^1].End, Text.Length);
        var lineBreak = LineBreaks.Before(Text, at);
        var spellings = value is FieldValue.Branch branch
            ? Written(branch.Value, null, habits with { KeyIndent = new(' ', lead.Length) }, isFlow: false, lineBreak).Select(spelled => Name(branch.Key) + ":" + spelled)
            : Spellings(place, null, value).Select(spelled => spelled[1..]);
        return spellings.Select(spelled => new TextSplice[] { new(at, at, lead + spelled + lineBreak) });
    }

    public override IEnumerable<IEnumerable<TextSplice>> ToReplace(FieldPlace place, Field held, FieldValue value)
    {
        if (value is FieldValue.Items items && held.Items.Count > 0 && items.Values.Count > 0)
            yield return YamlListEdit.Between(Text, held.Node, items.Values, At(place));

        foreach (var spelled in Spellings(place, held, value))
            yield return [Instead(held, spelled)];
    }

    public override IEnumerable<IEnumerable<TextSplice>> ToRemove(FieldPlace place, Field held)
    {
        if (place.Parent.Style == ValueStyle.Flow)
            return [new Brackets(Text, place.Parent, " ").Remove(index => place.Step.Key is { } key ? place.Parent.Members[index].HasKey(key) : index == place.Step.Index)];
        var isLast = place.Step.Key is null ? place.Parent.Items.Count == 1 : Going(place).Count() == place.Parent.Members.Count;
        if (isLast && place.Holder is not null)
            return [[Instead(place.Holder, place.Step.Key is null ? " []" : " {}")]];
        return [new YamlEntries(Text, place.Parent).Remove(index => place.Step.Key is { } key ? place.Parent.Members[index].HasKey(key) : index == place.Step.Index)];
    }

    /// <summary>What follows on the key's own line replaces the value alone; a block of lines also the blank before it.</summary>
    private static TextSplice Instead(Field held, string spelled)
    {
        var isInPlace = held.ValueEnd > held.ValueStart && held.Node.Style != ValueStyle.Block;
        return isInPlace && spelled[0] == ' ' ? new(held.ValueStart, held.ValueEnd, spelled[1..]) : new(held.ColonEnd, held.ValueEnd, spelled);
    }

    private IEnumerable<string> Spellings(FieldPlace place, Field? held, FieldValue value) =>
        Written(value, held, At(place), place.Parent.Style == ValueStyle.Flow || place.Step.Key is null, LineBreaks.Before(Text, held?.ValueEnd ?? place.Parent.Growth.At));

    /// <summary>The file's habits, as deep as the place is.</summary>
    private YamlHabits At(FieldPlace place) => place.Holder is null || place.Parent.Style == ValueStyle.Flow ? habits : habits with
    {
        KeyIndent = place.Step.Key is null ? YamlHabits.Column(Text, YamlHabits.Dash(Text, place.Parent.Items[0])) : place.Parent.Growth.Lead,
    };

    /// <summary>What may follow the key's colon or the item's hyphen, the best first; it begins with a blank or a line break.</summary>
    /// <param name="isFlow">Lists and maps are to stand in brackets.</param>
    private IEnumerable<string> Written(FieldValue value, Field? held, YamlHabits own, bool isFlow, string lineBreak)
    {
        switch (value)
        {
            case FieldValue.Switch { IsOn: var isOn }:
                return [isOn ? " true" : " false"];
            case FieldValue.Number number:
                return [" " + Write(number)];
            case FieldValue.Items { Values: var items }:
                return Lists(items, held, own, isFlow, lineBreak);
            case FieldValue.Branch branch when isFlow:
                return Written(branch.Value, null, own, isFlow, lineBreak).Select(spelled => $" {{{Name(branch.Key)}:{spelled}}}");
            case FieldValue.Branch branch:
                var deeper = own with { KeyIndent = own.KeyIndent + "  " };
                return Written(branch.Value, null, deeper, isFlow, lineBreak).Select(spelled => lineBreak + deeper.KeyIndent + Name(branch.Key) + ":" + spelled);
            case FieldValue.Date date when held is { Node.Style: ValueStyle.Plain, Kind: not ValueKind.Null } && YamlScalar.PlainDate(date.Written) is { } plain:
                return [" " + plain];
            case FieldValue.Date date:
                return own.Spell(date.Written, Style(held)).Select(spelled => " " + spelled);
            case FieldValue.Text { Value: var words } when held?.Node.Style is ValueStyle.Literal or ValueStyle.Folded:
                var block = own.SpellBlock(words, Text, held!, lineBreak);
                return (block is null ? [] : new[] { " " + block }).Append(" " + YamlScalar.DoubleQuoted(words));
            case FieldValue.Text { Value: var words }:
                return own.Spell(words, Style(held)).Select(spelled => " " + spelled);
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "No way to write this value");
        }
    }

    /// <summary>The style of a string that stands there; a number or a switch tells nothing of how the file quotes.</summary>
    private static ValueStyle? Style(Field? held) => held is { Kind: ValueKind.Text } ? held.Node.Style : null;

    private static IEnumerable<string> Lists(IReadOnlyList<string> items, Field? held, YamlHabits own, bool isFlow, string lineBreak)
    {
        isFlow = isFlow || items.Count == 0 || (held?.Items.Count > 0 ? held.Node.Style == ValueStyle.Flow : own.ListsAreFlow);
        if (!isFlow)
            yield return string.Concat(items.Select(item => lineBreak + own.KeyIndent + own.ItemLead + own.SpellItem(item)));
        yield return " [" + string.Join(", ", items.Select(own.SpellItem)) + "]";
    }

    private static string Name(string key) => YamlScalar.Plain(key) ?? YamlScalar.DoubleQuoted(key);
}
