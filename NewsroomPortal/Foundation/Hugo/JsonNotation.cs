using System.Globalization;
using System.Text;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Writes fields in JSON; a new one comes last, indented as the one before it, which gets a comma.</summary>
internal sealed class JsonNotation(FrontMatter front) : Notation(front)
{
    private readonly BracketHabits lists = BracketHabits.Of(front);

    public override IEnumerable<IEnumerable<TextSplice>> ToAdd(string key, FieldValue value)
    {
        var spelled = Spell(value);
        if (Front.Fields is [.., var last])
        {
            var (gap, colon) = (Text[AfterBlanksBack(last.Start)..last.Start], Text[AfterKey(last)..last.ValueStart]);
            return [[new(last.ValueEnd, last.ValueEnd, "," + gap + Quote(key) + colon + spelled)]];
        }
        var lineBreak = LineBreaks.Before(Text, Front.End);
        var lead = Text.AsSpan(Front.Start, Front.End - Front.Start).Contains('\n') ? lineBreak + "  " : "";
        return [[new(Front.Start + 1, Front.Start + 1, lead + Quote(key) + ": " + spelled)]];
    }

    public override IEnumerable<IEnumerable<TextSplice>> ToReplace(Field held, FieldValue value)
    {
        if (value is FieldValue.Items { Values: { Count: > 0 } items } && held.Items.Count > 0)
            yield return BracketListEdit.Between(Text, held.Node, items, Quote, mayEndWithComma: false);
        yield return [new(held.ValueStart, held.ValueEnd, Spell(value))];
    }

    /// <summary>With the comma before the field, or after it where only fields that go too stand before.</summary>
    public override IEnumerable<TextSplice> ToRemove(string key)
    {
        var fields = Front.Fields;
        var hasKeptBefore = false;
        for (var index = 0; index < fields.Count; index++)
        {
            if (!fields[index].HasKey(key))
                hasKeptBefore = true;
            else if (hasKeptBefore)
                yield return new(fields[index - 1].ValueEnd, fields[index].ValueEnd, "");
            else
                yield return new(fields[index].Start, index + 1 < fields.Count ? fields[index + 1].Start : fields[index].ValueEnd, "");
        }
    }

    private string Spell(FieldValue value) => value switch
    {
        FieldValue.Switch { IsOn: var isOn } => isOn ? "true" : "false",
        FieldValue.Number number => Write(number),
        FieldValue.Items { Values: var items } => lists.Spell(items.Select(Quote)),
        FieldValue.Date { Written: var written } => Quote(written),
        FieldValue.Text { Value: var words } => Quote(words),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No way to write this value"),
    };

    private static string Quote(string value)
    {
        var spelled = new StringBuilder(value.Length + 2).Append('"');
        foreach (var unit in value)
        {
            spelled = unit switch
            {
                '"' or '\\' => spelled.Append('\\').Append(unit),
                '\n' => spelled.Append("\\n"),
                '\r' => spelled.Append("\\r"),
                '\t' => spelled.Append("\\t"),
                _ when char.IsControl(unit) || unit is '\uFEFF' or '\u2028' or '\u2029' => spelled.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}"),
                _ => spelled.Append(unit),
            };
        }
        return spelled.Append('"').ToString();
    }

    /// <summary>Where the blanks and line breaks before a position begin.</summary>
    private int AfterBlanksBack(int at)
    {
        while (at > 0 && char.IsWhiteSpace(Text[at - 1]))
            at--;
        return at;
    }

    private int AfterKey(Field field) => AfterBlanksBack(field.ColonEnd - 1);
}
