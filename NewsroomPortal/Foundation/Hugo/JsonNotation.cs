using System.Globalization;
using System.Text;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Writes values in JSON; a new one comes last, indented as the one before it, which gets a comma.</summary>
internal sealed class JsonNotation(FrontMatter front) : Notation(front)
{
    private readonly BracketHabits lists = BracketHabits.Of(front);

    public override IEnumerable<IEnumerable<TextSplice>> ToAdd(FieldPlace place, FieldValue value)
    {
        var brackets = Within(place);
        return [[brackets.Append(place.Step.Key is { } key ? Quote(key) + brackets.Colon(": ") + Spell(value) : Spell(value))]];
    }

    public override IEnumerable<IEnumerable<TextSplice>> ToReplace(FieldPlace place, Field held, FieldValue value)
    {
        if (value is FieldValue.Items { Values: { Count: > 0 } items } && held.Items.Count > 0)
            yield return BracketListEdit.Between(Text, held.Node, items, Quote, mayEndWithComma: false);
        yield return [new(held.ValueStart, held.ValueEnd, Spell(value))];
    }

    public override IEnumerable<IEnumerable<TextSplice>> ToRemove(FieldPlace place, Field held) =>
        [Within(place).Remove(index => place.Step.Key is { } key ? place.Parent.Members[index].HasKey(key) : index == place.Step.Index)];

    private Brackets Within(FieldPlace place) => new(Text, place.Parent, place.Step.Key is null ? " " : "");

    private string Spell(FieldValue value) => value switch
    {
        FieldValue.Switch { IsOn: var isOn } => isOn ? "true" : "false",
        FieldValue.Number number => Write(number),
        FieldValue.Items { Values: var items } => lists.Spell(items.Select(Quote)),
        FieldValue.Date { Written: var written } => Quote(written),
        FieldValue.Text { Value: var words } => Quote(words),
        FieldValue.Branch branch => $"{{{Quote(branch.Key)}: {Spell(branch.Value)}}}",
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
}
