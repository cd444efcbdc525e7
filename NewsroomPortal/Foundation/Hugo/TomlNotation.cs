using System.Globalization;
using System.Text;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Writes fields in TOML, one line each; a new one before the first table, whose key it would else become.</summary>
internal sealed class TomlNotation : Notation
{
    private readonly Field? neighbour;
    private readonly ValueStyle quotes;
    private readonly BracketHabits lists;

    public TomlNotation(FrontMatter front) : base(front)
    {
        neighbour = front.Fields.LastOrDefault(field => field.Node.Style != ValueStyle.Block);
        quotes = front.Fields.LastOrDefault(field => field.Node.Style is ValueStyle.SingleQuoted or ValueStyle.DoubleQuoted)?.Node.Style ?? ValueStyle.DoubleQuoted;
        lists = BracketHabits.Of(front);
    }

    public override IEnumerable<IEnumerable<TextSplice>> ToAdd(string key, FieldValue value)
    {
        var indent = neighbour is null ? "" : Text[neighbour.Start..FirstUnit(neighbour.Start)];
        var equals = neighbour is not null && neighbour.ColonEnd == neighbour.ValueStart ? "=" : " = ";
        var name = key.Length > 0 && key.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_') ? key : Basic(key);
        return Spellings(value, null).Select(spelled =>
            new TextSplice[] { new(Front.InsertAt, Front.InsertAt, indent + name + equals + spelled + LineBreaks.Before(Text, Front.InsertAt)) });
    }

    public override IEnumerable<IEnumerable<TextSplice>> ToReplace(Field held, FieldValue value)
    {
        if (value is FieldValue.Items { Values: { Count: > 0 } items } && held.Items.Count > 0)
            yield return BracketListEdit.Between(Text, held.Node, items, item => Spell(item, ItemStyle(held)), mayEndWithComma: true);
        foreach (var spelled in Spellings(value, held))
            yield return [new(held.ValueStart, held.ValueEnd, spelled)];
    }

    private IEnumerable<string> Spellings(FieldValue value, Field? held)
    {
        var style = held is { Kind: ValueKind.Text } ? held.Node.Style : quotes;
        return value switch
        {
            FieldValue.Switch { IsOn: var isOn } => [isOn ? "true" : "false"],
            FieldValue.Number number => [Write(number)],
            FieldValue.Items { Values: var items } => [lists.Spell(items.Select(item => Spell(item, ItemStyle(held))))],
            FieldValue.Date { Written: var written } when IsPlainDate(held) && TomlTypes.IsDate(written) => [written],
            FieldValue.Date { Written: var written } => [Spell(written, style)],
            FieldValue.Text { Value: var words } => [Spell(words, style)],
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No way to write this value"),
        };
    }

    /// <summary>Without quotes where the date that stands there has none, or the file's others.</summary>
    private bool IsPlainDate(Field? held) => held is { Kind: ValueKind.Date } || held is null && Front.Fields.Any(field => field.Kind == ValueKind.Date);

    private ValueStyle ItemStyle(Field? held) =>
        (held is { Items.Count: > 0 } ? held : Front.Fields.LastOrDefault(field => field.Items.Count > 0))?.Node.Items.LastOrDefault(item => item.Kind == ValueKind.Text)?.Style ?? quotes;

    /// <summary>In single quotes where the neighbours are and the string can be; a string of several lines in one, so that it holds no file's own line endings.</summary>
    private static string Spell(string value, ValueStyle style) =>
        style is ValueStyle.SingleQuoted or ValueStyle.Literal && value.All(unit => unit != '\'' && !char.IsControl(unit)) ? $"'{value}'" : Basic(value);

    private static string Basic(string value)
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
                _ when char.IsControl(unit) || unit == '\uFEFF' => spelled.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}"),
                _ => spelled.Append(unit),
            };
        }
        return spelled.Append('"').ToString();
    }

    private int FirstUnit(int at)
    {
        while (at < Text.Length && Text[at] is ' ' or '\t')
            at++;
        return at;
    }
}
