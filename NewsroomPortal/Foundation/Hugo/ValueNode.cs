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

    /// <summary>A list or map of lines; TOML's tables.</summary>
    Block,

    /// <summary>In brackets or braces.</summary>
    Flow,
}

/// <summary>
/// A value in the front matter; positions are in the whole file's text. Two that read the same, at any depth, have the same
/// Meaning within one process. Only a list has Items, only a map Members.
/// </summary>
internal sealed record ValueNode(
    ValueKind Kind, string Text, ValueStyle Style, int Start, int End, int Meaning, IReadOnlyList<ValueNode> Items)
{
    /// <summary>In the order of the file, duplicates included.</summary>
    public IReadOnlyList<Field> Members { get; private init; } = [];

    /// <summary>Of a map in lines: where the line of a new member goes.</summary>
    public NewLine Growth { get; init; }

    /// <summary>Of TOML's tables: all lines that belong to it, headings and dotted keys among them, apart where others stand between.</summary>
    public IReadOnlyList<LineSpan> Parts { get; init; } = [];

    public bool IsSingle => Kind is not (ValueKind.List or ValueKind.Map);

    public bool IsListOfSingles => Kind == ValueKind.List && Items.All(item => item.IsSingle);

    /// <summary>The member that Hugo takes for this key.</summary>
    public Field? Member(string key) => Members.FirstOrDefault(member => !member.IsDuplicate && member.HasKey(key));

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

    /// <summary>Marks those members that Hugo does not see.</summary>
    public static ValueNode Map(List<Field> members, ValueStyle style, int start, int end)
    {
        var meaning = new HashCode();
        meaning.Add(ValueKind.Map);
        foreach (var member in members)
            meaning.Add((member.Key, member.Node.Meaning));
        FieldReading.MarkDuplicates(members);
        return new(ValueKind.Map, "", style, start, end, meaning.ToHashCode(), []) { Members = members };
    }
}

/// <summary>Where a line goes, and what stands in it before the new key: blanks, the first parts of a dotted key, a table's own heading.</summary>
internal readonly record struct NewLine(int At, string Lead);

/// <summary>Whole lines, the last one's break included.</summary>
internal readonly record struct LineSpan(int Start, int End);
