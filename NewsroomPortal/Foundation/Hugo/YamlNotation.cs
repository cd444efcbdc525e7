using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Writes fields in YAML; where a text has no front matter, a block before it.</summary>
internal sealed class YamlNotation(FrontMatter front) : Notation(front)
{
    private readonly YamlHabits habits = YamlHabits.Of(front);

    public override string? FixedReason => Front.IsFlow ? "hugo.edit.flow" : null;

    public override IEnumerable<IEnumerable<TextSplice>> ToAdd(string key, FieldValue value)
    {
        var lineBreak = LineBreaks.Before(Text, Front.InsertAt);
        var name = YamlScalar.Plain(key) ?? YamlScalar.DoubleQuoted(key);
        foreach (var spelled in Spellings(value, null, lineBreak))
        {
            var line = habits.KeyIndent + name + ":" + spelled + lineBreak;
            yield return Front.Format == FrontMatterFormat.None
                ? [new(0, 0, "---" + lineBreak + line + "---" + lineBreak)]
                : [new(Front.InsertAt, Front.InsertAt, line)];
        }
    }

    public override IEnumerable<IEnumerable<TextSplice>> ToReplace(Field held, FieldValue value)
    {
        if (value is FieldValue.Items items && held.Items.Count > 0 && items.Values.Count > 0)
            yield return YamlListEdit.Between(Text, held.Node, items.Values, habits);

        var lineBreak = LineBreaks.Before(Text, held.ValueEnd);
        var isInPlace = held.ValueEnd > held.ValueStart && held.Node.Style != ValueStyle.Block;
        foreach (var spelled in Spellings(value, held, lineBreak))
        {
            // What follows on the key's own line replaces the value alone; a block of lines also the blank before it.
            yield return isInPlace && spelled[0] == ' '
                ? [new(held.ValueStart, held.ValueEnd, spelled[1..])]
                : [new(held.ColonEnd, held.ValueEnd, spelled)];
        }
    }

    /// <summary>What may follow the key's colon, the best first.</summary>
    private IEnumerable<string> Spellings(FieldValue value, Field? held, string lineBreak)
    {
        switch (value)
        {
            case FieldValue.Switch { IsOn: var isOn }:
                return [isOn ? " true" : " false"];
            case FieldValue.Number number:
                return [" " + Write(number)];
            case FieldValue.Items { Values: var items }:
                return ListSpellings(items, held, lineBreak);
            case FieldValue.Date date when held is { Node.Style: ValueStyle.Plain, Kind: not ValueKind.Null } && YamlScalar.PlainDate(date.Written) is { } plain:
                return [" " + plain];
            case FieldValue.Date date:
                return habits.Spell(date.Written, Style(held)).Select(spelled => " " + spelled);
            case FieldValue.Text { Value: var words } when held?.Node.Style is ValueStyle.Literal or ValueStyle.Folded:
                var block = habits.SpellBlock(words, Text, held!, lineBreak);
                return (block is null ? [] : new[] { " " + block }).Append(" " + YamlScalar.DoubleQuoted(words));
            case FieldValue.Text { Value: var words }:
                return habits.Spell(words, Style(held)).Select(spelled => " " + spelled);
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "No way to write this value");
        }
    }

    /// <summary>The style of a string that stands there; a number or a switch tells nothing of how the file quotes.</summary>
    private static ValueStyle? Style(Field? held) => held is { Kind: ValueKind.Text } ? held.Node.Style : null;

    private IEnumerable<string> ListSpellings(IReadOnlyList<string> items, Field? held, string lineBreak)
    {
        var isFlow = Front.IsFlow || items.Count == 0 || (held?.Items.Count > 0 ? held.Node.Style == ValueStyle.Flow : habits.ListsAreFlow);
        if (!isFlow)
            yield return string.Concat(items.Select(item => lineBreak + habits.KeyIndent + habits.ItemLead + habits.SpellItem(item)));
        yield return " [" + string.Join(", ", items.Select(habits.SpellItem)) + "]";
    }
}
