using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Writes values in TOML, one line each; a new field before the first table, whose key it would else become.</summary>
internal sealed class TomlNotation : Notation
{
    private readonly ValueStyle quotes;
    private readonly BracketHabits lists;

    public TomlNotation(FrontMatter front) : base(front)
    {
        quotes = front.Fields.LastOrDefault(field => field.Node.Style is ValueStyle.SingleQuoted or ValueStyle.DoubleQuoted)?.Node.Style ?? ValueStyle.DoubleQuoted;
        lists = BracketHabits.Of(front);
    }

    public override IEnumerable<IEnumerable<TextSplice>> ToAdd(FieldPlace place, FieldValue value)
    {
        if (place.Parent.Style == ValueStyle.Flow)
            return [[AddInBrackets(place, value)]];
        if (place.Step.Key is null)
            return value is FieldValue.Branch item ? [[AddTable(place, item)]] : [];
        var (at, lead) = place.Parent.Growth;
        return [[new(at, at, lead + Line(place.Step.Key, value, EqualsOf(place.Parent)) + LineBreaks.Before(Text, at))]];
    }

    private TextSplice AddInBrackets(FieldPlace place, FieldValue value)
    {
        var brackets = new Brackets(Text, place.Parent, " ");
        return brackets.Append(place.Step.Key is { } key ? TomlString.Key(key) + brackets.Colon(" = ") + Spell(value, null) : Spell(value, null));
    }

    /// <summary>One more of a list of tables, under the heading of the others.</summary>
    private TextSplice AddTable(FieldPlace place, FieldValue.Branch item)
    {
        var at = place.Parent.Parts[^1].End;
        var lineBreak = LineBreaks.Before(Text, at);
        var lead = place.Parent.Items[^1].Growth.Lead;
        var heading = string.Join('.', place.Path.Select(step => step.Key).OfType<string>().Select(TomlString.Key));
        return new(at, at, lead + "[[" + heading + "]]" + lineBreak + lead + Line(item.Key, item.Value, EqualsOf(place.Parent.Items[^1])) + lineBreak);
    }

    /// <summary>Maps on the way are made by a dotted key.</summary>
    private string Line(string key, FieldValue value, string equals) => value is FieldValue.Branch branch
        ? TomlString.Key(key) + "." + Line(branch.Key, branch.Value, equals)
        : TomlString.Key(key) + equals + Spell(value, null);

    private static string EqualsOf(ValueNode table) =>
        table.Members.LastOrDefault(member => member.Node.Style != ValueStyle.Block) is { } neighbour && neighbour.ColonEnd == neighbour.ValueStart ? "=" : " = ";

    public override IEnumerable<IEnumerable<TextSplice>> ToReplace(FieldPlace place, Field held, FieldValue value)
    {
        if (value is FieldValue.Items { Values: { Count: > 0 } items } && held.Items.Count > 0)
            yield return BracketListEdit.Between(Text, held.Node, items, item => TomlString.Spell(item, ItemStyle(held)), mayEndWithComma: true);
        yield return [new(held.ValueStart, held.ValueEnd, Spell(value, held))];
    }

    public override IEnumerable<IEnumerable<TextSplice>> ToRemove(FieldPlace place, Field held)
    {
        if (place.Parent.Style == ValueStyle.Flow)
        {
            yield return place.Step.Key is { } key
                ? new Brackets(Text, place.Parent, " ").Remove(index => place.Parent.Members[index].HasKey(key))
                : BracketListEdit.Without(Text, place.Parent, place.Step.Index, mayEndWithComma: true);
            yield break;
        }
        var lines = place.Step.Key is null ? held.Node.Parts : [.. Going(place).SelectMany(Lines)];
        yield return lines.Select(span => new TextSplice(span.Start, span.End, ""));
        if (place.Holder is not null)
            yield return place.Step.Key is null ? EmptyList(place, lines) : EmptyTable(place, lines);
    }

    private static IReadOnlyList<LineSpan> Lines(Field field) => field.Node.Parts.Count > 0 ? field.Node.Parts : [new(field.Start, field.End)];

    /// <summary>A table that only the names of what it held made is written by itself to stay.</summary>
    private IEnumerable<TextSplice> EmptyTable(FieldPlace place, IReadOnlyList<LineSpan> lines)
    {
        var lead = place.Parent.Growth.Lead;
        var kept = lead.EndsWith('\n') ? lead : lead.TrimEnd('.') + " = {}" + LineBreaks.Before(Text, lines[0].End);
        return lines.Skip(1).Select(span => new TextSplice(span.Start, span.End, "")).Prepend(new(lines[0].Start, lines[0].End, kept));
    }

    /// <summary>So is a list of no tables, above the tables of what it stands in.</summary>
    private IEnumerable<TextSplice> EmptyList(FieldPlace place, IReadOnlyList<LineSpan> lines)
    {
        var around = FieldPlace.Of(Front, FieldPath.Of(place.Path[0].Key!, place.Path.Skip(1).SkipLast(1)));
        var (at, lead) = around.Parent.Growth;
        var kept = new TextSplice(at, at, lead + TomlString.Key(place.Holder!.Key) + " = []" + LineBreaks.Before(Text, at));
        return lines.Select(span => new TextSplice(span.Start, span.End, "")).Prepend(kept);
    }

    private string Spell(FieldValue value, Field? held)
    {
        var style = held is { Kind: ValueKind.Text } ? held.Node.Style : quotes;
        return value switch
        {
            FieldValue.Switch { IsOn: var isOn } => isOn ? "true" : "false",
            FieldValue.Number number => Write(number),
            FieldValue.Items { Values: var items } => lists.Spell(items.Select(item => TomlString.Spell(item, ItemStyle(held)))),
            FieldValue.Date { Written: var written } when IsPlainDate(held) && TomlTypes.IsDate(written) => written,
            FieldValue.Date { Written: var written } => TomlString.Spell(written, style),
            FieldValue.Text { Value: var words } => TomlString.Spell(words, style),
            FieldValue.Branch branch => $"{{ {TomlString.Key(branch.Key)} = {Spell(branch.Value, null)} }}",
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No way to write this value"),
        };
    }

    /// <summary>Without quotes where the date that stands there has none, or the file's others.</summary>
    private bool IsPlainDate(Field? held) => held is { Kind: ValueKind.Date } || held is null && Front.Fields.Any(field => field.Kind == ValueKind.Date);

    private ValueStyle ItemStyle(Field? held) =>
        (held is { Items.Count: > 0 } ? held : Front.Fields.LastOrDefault(field => field.Items.Count > 0))?.Node.Items.LastOrDefault(item => item.Kind == ValueKind.Text)?.Style ?? quotes;
}
