using System.Globalization;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Makes the change that sets or removes one field, and proves it by reading the text again.</summary>
internal sealed class FieldEditor(FrontMatter front, string key)
{
    private readonly string text = front.FileText;
    private readonly Field? field = front[key];
    private readonly YamlHabits habits = YamlHabits.Of(front);

    public FieldEdit Set(FieldValue value)
    {
        if (field is not null && value.IsHeldBy(field))
            return new(ChangeSet.Empty(text.Length), null);
        if (Refusal(value) is { } refusal)
            return new(null, refusal);

        var candidates = field is null ? ToAdd(value) : ToReplace(field, value);
        var last = new FieldEdit(null, "hugo.edit.not-held");
        foreach (var splices in candidates)
        {
            last = Prove(splices, value);
            if (last.IsDone)
                break;
        }
        return last;
    }

    public FieldEdit Remove()
    {
        if (front.IsFlow && field is not null)
            return new(null, "hugo.edit.flow");
        return Prove(front.Fields.Where(each => each.HasKey(key)).Select(each => new TextSplice(each.Start, each.End, "")), null);
    }

    private string? Refusal(FieldValue value)
    {
        if (field is { IsNested: true })
            return "hugo.edit.nested";
        if (field is null && front.IsFlow)
            return "hugo.edit.flow";
        return Strings(value).Append(key).Any(HasHalfPair) ? "hugo.edit.half-character" : null;
    }

    private static IEnumerable<string> Strings(FieldValue value) => value switch
    {
        FieldValue.Text text => [text.Value],
        FieldValue.Date date => [date.Written],
        FieldValue.Items items => items.Values,
        _ => [],
    };

    private static bool HasHalfPair(string value)
    {
        for (var at = 0; at < value.Length; at++)
        {
            if (char.IsSurrogatePair(value, at))
                at++;
            else if (char.IsSurrogate(value[at]))
                return true;
        }
        return false;
    }

    private IEnumerable<IEnumerable<TextSplice>> ToAdd(FieldValue value)
    {
        var lineBreak = LineBreaks.Before(text, front.InsertAt);
        var name = YamlScalar.Plain(key) ?? YamlScalar.DoubleQuoted(key);
        foreach (var spelled in Spellings(value, null, lineBreak))
        {
            var line = habits.KeyIndent + name + ":" + spelled + lineBreak;
            yield return front.Format == FrontMatterFormat.None
                ? [new(0, 0, "---" + lineBreak + line + "---" + lineBreak)]
                : [new(front.InsertAt, front.InsertAt, line)];
        }
    }

    private IEnumerable<IEnumerable<TextSplice>> ToReplace(Field held, FieldValue value)
    {
        if (value is FieldValue.Items items && held.Items.Count > 0 && items.Values.Count > 0)
            yield return YamlListEdit.Between(text, held.Node, items.Values, habits);

        var lineBreak = LineBreaks.Before(text, held.ValueEnd);
        var isInPlace = held.ValueEnd > held.ValueStart && held.Node.Style != YamlStyle.Block;
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
                return [" " + number.Value.ToString(CultureInfo.InvariantCulture)];
            case FieldValue.Items { Values: var items }:
                return ListSpellings(items, held, lineBreak);
            case FieldValue.Date date when held is { Node.Style: YamlStyle.Plain, Kind: not ValueKind.Null } && YamlScalar.PlainDate(date.Written) is { } plain:
                return [" " + plain];
            case FieldValue.Date date:
                return habits.Spell(date.Written, Style(held)).Select(spelled => " " + spelled);
            case FieldValue.Text { Value: var words } when held?.Node.Style is YamlStyle.Literal or YamlStyle.Folded:
                var block = habits.SpellBlock(words, text, held!, lineBreak);
                return (block is null ? [] : new[] { " " + block }).Append(" " + YamlScalar.DoubleQuoted(words));
            case FieldValue.Text { Value: var words }:
                return habits.Spell(words, Style(held)).Select(spelled => " " + spelled);
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "No way to write this value");
        }
    }

    /// <summary>The style of a string that stands there; a number or a switch tells nothing of how the file quotes.</summary>
    private static YamlStyle? Style(Field? held) => held is { Kind: ValueKind.Text } ? held.Node.Style : null;

    private IEnumerable<string> ListSpellings(IReadOnlyList<string> items, Field? held, string lineBreak)
    {
        var isFlow = front.IsFlow || items.Count == 0 || (held?.Items.Count > 0 ? held.Node.Style == YamlStyle.Flow : habits.ListsAreFlow);
        if (!isFlow)
            yield return string.Concat(items.Select(item => lineBreak + habits.KeyIndent + habits.ItemLead + habits.SpellItem(item)));
        yield return " [" + string.Join(", ", items.Select(habits.SpellItem)) + "]";
    }

    private FieldEdit Prove(IEnumerable<TextSplice> splices, FieldValue? value)
    {
        var change = ChangeSet.Of(text.Length, splices);
        var after = FrontMatter.Read(change.Apply(text));
        if (after.Error is not null)
            return new(null, "hugo.edit.breaks");
        var sameBody = text.AsSpan(front.BodyStart).SequenceEqual(after.FileText.AsSpan(after.BodyStart));
        if (!sameBody || !Others(front).SequenceEqual(Others(after)))
            return new(null, "hugo.edit.changes-others");
        var isHeld = value is null
            ? after[key] is null
            : after[key] is { } now && value.IsExactlyIn(now) && after.Fields.Count == front.Fields.Count + (field is null ? 1 : 0);
        return isHeld ? new(change, null) : new(null, "hugo.edit.not-held");
    }

    private IEnumerable<(string Key, int Meaning)> Others(FrontMatter all) =>
        all.Fields.Where(each => !each.HasKey(key)).Select(each => (each.Key, each.Node.Meaning));
}
