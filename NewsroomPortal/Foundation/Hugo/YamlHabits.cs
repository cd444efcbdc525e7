namespace NewsroomPortal.Foundation.Hugo;

/// <summary>How a file's front matter is usually written, so that what is added looks like its neighbours.</summary>
/// <param name="Quotes">Of strings.</param>
/// <param name="KeyIndent">The blanks before a key, mostly none.</param>
/// <param name="ListsAreFlow">Lists stand in brackets on one line.</param>
/// <param name="ItemLead">What stands before an item of a block list, after the key's own indentation: <c>"  - "</c>.</param>
/// <param name="ItemQuotes">Of the items of lists.</param>
internal sealed record YamlHabits(ValueStyle Quotes, string KeyIndent, bool ListsAreFlow, string ItemLead, ValueStyle ItemQuotes)
{
    public static YamlHabits Of(FrontMatter front)
    {
        var text = front.FileText;
        var strings = front.Fields.Where(field => field.Kind == ValueKind.Text && IsWord(field.Node.Style)).Select(field => field.Node.Style).ToList();
        var quotes = strings.Count > 0 ? strings[^1] : ValueStyle.DoubleQuoted;
        var keyIndent = front.Root.Style == ValueStyle.Block ? front.Root.Growth.Lead : "";
        var list = front.Fields.LastOrDefault(field => field.Items.Count > 0)?.Node;
        var item = list?.Items.LastOrDefault(each => each.Kind == ValueKind.Text && IsWord(each.Style));
        return new(
            quotes,
            keyIndent,
            list?.Style == ValueStyle.Flow,
            list is { Style: ValueStyle.Block } && ItemPrefix(text, list.Items[0]) is { } lead && lead.StartsWith(keyIndent, StringComparison.Ordinal)
                ? lead[keyIndent.Length..]
                : "  - ",
            item?.Style ?? quotes);
    }

    /// <summary>A string in the wished style, else as the file's others, else in double quotes.</summary>
    public IEnumerable<string> Spell(string value, ValueStyle? wished) =>
        new[] { wished ?? Quotes, Quotes, ValueStyle.DoubleQuoted }.Distinct().Select(style => Spell(value, style)).OfType<string>();

    /// <summary>An item of a list; in double quotes where its neighbours' style cannot hold it.</summary>
    public string SpellItem(string value) => Spell(value, ItemQuotes) ?? YamlScalar.DoubleQuoted(value);

    /// <summary>A block scalar indented as the one that stands there.</summary>
    public string? SpellBlock(string value, string text, Field held, string lineBreak)
    {
        var firstLine = LineBreaks.LineEnd(text, held.ValueStart, held.ValueEnd);
        var indent = Blanks(text, firstLine);
        var deeper = indent.Length - KeyIndent.Length;
        return deeper < 1
            ? YamlScalar.Block(value, held.Node.Style == ValueStyle.Folded, KeyIndent + "  ", 2, lineBreak)
            : YamlScalar.Block(value, held.Node.Style == ValueStyle.Folded, indent, deeper, lineBreak);
    }

    /// <summary>From the line's start to the item's value, <c>"  - "</c>; null where something else stands there.</summary>
    public static string? ItemPrefix(string text, ValueNode item)
    {
        var prefix = text[LineBreaks.LineStart(text, item.Start)..item.Start];
        return item.End > item.Start && prefix.Trim() == "-" ? prefix : null;
    }

    /// <summary>Where the hyphen of a block list's item is.</summary>
    public static int Dash(string text, ValueNode item) => text.LastIndexOf('-', Math.Max(0, item.Start - 1));

    /// <summary>As many blanks as stand before a position on its line, or other units.</summary>
    public static string Column(string text, int at) => new(' ', at - LineBreaks.LineStart(text, at));

    public static string? Spell(string value, ValueStyle style) => style switch
    {
        ValueStyle.Plain => YamlScalar.Plain(value),
        ValueStyle.SingleQuoted => YamlScalar.SingleQuoted(value),
        ValueStyle.DoubleQuoted => YamlScalar.DoubleQuoted(value),
        _ => null,
    };

    private static bool IsWord(ValueStyle style) => style is ValueStyle.Plain or ValueStyle.SingleQuoted or ValueStyle.DoubleQuoted;

    private static string Blanks(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == ' ')
            end++;
        return text[at..end];
    }
}
