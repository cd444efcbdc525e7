namespace NewsroomPortal.Foundation.Hugo;

/// <summary>How a value is written.</summary>
internal enum ValueStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,

    /// <summary>TOML's three double quotes.</summary>
    Multiline,
    Alias,
    Block,
    Flow,
}

/// <summary>
/// A value in the front matter; positions are in the whole file's text. Two that read the same, at any depth, have the same
/// Meaning within one process. Only a list has Items, only a map Members.
/// </summary>
internal sealed record ValueNode(
    ValueKind Kind, string Text, ValueStyle Style, int Start, int End, int Meaning, IReadOnlyList<ValueNode> Items)
{
    public IReadOnlyList<(string Key, ValueNode Value)> Members { get; init; } = [];

    public bool IsSingle => Kind is not (ValueKind.List or ValueKind.Map);

    public bool IsListOfSingles => Kind == ValueKind.List && Items.All(item => item.IsSingle);

    public static ValueNode Single(ValueKind kind, string text, ValueStyle style, int start, int end) =>
        new(kind, text, style, start, end, HashCode.Combine(kind, text), []);

    public static ValueNode List(IReadOnlyList<ValueNode> items, ValueStyle style, int start, int end)
    {
        var meaning = new HashCode();
        meaning.Add(ValueKind.List);
        foreach (var item in items)
            meaning.Add(item.Meaning);
        return new(ValueKind.List, "", style, start, end, meaning.ToHashCode(), items);
    }

    public static ValueNode Map(IReadOnlyList<(string Key, ValueNode Value)> members, ValueStyle style, int start, int end)
    {
        var meaning = new HashCode();
        meaning.Add(ValueKind.Map);
        foreach (var (key, value) in members)
            meaning.Add((key, value.Meaning));
        return new(ValueKind.Map, "", style, start, end, meaning.ToHashCode(), []) { Members = members };
    }
}
