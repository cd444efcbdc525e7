namespace NewsroomPortal.Foundation.Hugo;

/// <summary>One key with its value, of the front matter or of a map in it, or one item of a list; as spans in the whole file's text and as Hugo reads it.</summary>
public sealed record Field
{
    internal Field(string key, ValueNode node)
    {
        Key = key;
        Node = node;
        Items = node.IsListOfSingles ? [.. node.Items.Select(item => item.Text)] : [];
    }

    /// <summary>As written; Hugo does not tell capital letters from small ones, but within lists. Empty for an item of a list.</summary>
    public string Key { get; }

    public ValueKind Kind => Node.Kind;

    /// <summary>Of a single value, as Hugo would print it: <c>0123</c> is "83", <c>yes</c> is "true". Empty for lists, maps and null.</summary>
    public string Text => Node.Text;

    /// <summary>The items of a list whose items are all single values; else empty.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The value as a switch; null where Hugo does not read it as one, so also for a quoted "true".</summary>
    public bool? IsOn => Kind == ValueKind.Switch ? Text == "true" : null;

    /// <summary>A map, or a list of other things than single values: what it holds is edited by paths into it.</summary>
    public bool IsNested => !Node.IsSingle && !Node.IsListOfSingles;

    /// <summary>Another field has the same key, a later one or one with capitals, so Hugo does not see this one.</summary>
    public bool IsDuplicate { get; internal init; }

    /// <summary>Of a map, the value that has this name, at its first level, as it reads; null where there is none or it is no single one.</summary>
    public string? TextOf(string member) => Node.Member(member) is { Node.IsSingle: true } value ? value.Text : null;

    /// <summary>Of the key, from 1, in the file.</summary>
    public int Line { get; internal init; }

    /// <summary>Where the key's line begins; in brackets, or where the line does not begin with the key, the key.</summary>
    public int Start { get; internal init; }

    /// <summary>After the value's last line, its line break included; in brackets, after the value.</summary>
    public int End { get; internal init; }

    /// <summary>Of the value alone, with its anchor and tag; an empty value lies just after the colon and has no length. Of TOML's tables the lines.</summary>
    public int ValueStart => Node.Start;

    public int ValueEnd => Node.End;

    /// <summary>Where the key begins, with its quotes.</summary>
    internal int KeyStart { get; init; }

    /// <summary>After the colon, TOML's equals sign or the item's hyphen that comes before the value.</summary>
    internal int ColonEnd { get; init; }

    internal ValueNode Node { get; }

    /// <summary>It stands in a list, where Hugo leaves keys as they are.</summary>
    internal bool IsCased { get; init; }

    public bool HasKey(string key) => Key.Equals(key, IsCased ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}
