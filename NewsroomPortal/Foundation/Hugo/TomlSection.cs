namespace NewsroomPortal.Foundation.Hugo;

/// <summary>A value of TOML beside its key.</summary>
/// <param name="KeyStart">Of a dotted key, its first part.</param>
internal readonly record struct TomlValue(int KeyStart, int Line, int AfterEquals, ValueNode Node);

/// <summary>
/// A table of TOML as it is gathered from its headings and dotted keys, which may stand apart. What is named a second time makes
/// Hugo fail, and is refused.
/// </summary>
internal sealed class TomlSection
{
    private readonly List<TomlEntry> entries = [];
    private readonly Dictionary<string, TomlEntry> byName = new(StringComparer.Ordinal);
    private readonly string heading;
    private bool isOpened;
    private bool isDotted;

    private TomlSection(string heading) => this.heading = heading;

    /// <summary>Where the line of a new key goes.</summary>
    public NewLine? Growth { get; set; }

    /// <summary>All of its lines.</summary>
    public TomlLines Lines { get; } = new();

    public bool HasMembers => entries.Count > 0;

    public static TomlSection Root(int start) => new("") { Growth = new(start, "") };

    public static TomlSection Inline() => new("");

    /// <summary>The table of <c>[a.b]</c>, or a new one of <c>[[a.b]]</c>, from the root; and all that the lines after it belong to.</summary>
    public (TomlSection Table, List<TomlLines> Owners, bool IsInList) Open(IReadOnlyList<string> path, bool isList, int at, int line)
    {
        var owners = new List<TomlLines>();
        var table = this;
        var isInList = isList;
        foreach (var part in path.SkipLast(1))
        {
            var entry = table.Entry(part, at, line);
            table = entry.Last ?? throw Twice(path, at);
            owners.AddRange([entry.Lines, table.Lines]);
            isInList |= entry.IsList;
        }
        var last = table.byName.TryGetValue(path[^1], out var known) ? known : table.NewEntry(path[^1], at, line);
        if (known is null && isList)
            last.IsList = true;
        else if (known is not null && (known.IsList != isList || known.Last is not { isDotted: false } || known.Last.isOpened && !isList))
            throw Twice(path, at);
        if (isList || known is null)
            last.Tables.Add(new TomlSection(table.HeadingOf(path[^1])));
        last.Last!.isOpened = true;
        owners.AddRange([last.Lines, last.Last.Lines]);
        return (last.Last, owners, isInList);
    }

    /// <summary>Adds a value, whose dotted key makes tables; those are answered, the outermost first.</summary>
    public List<(TomlSection Table, TomlLines Entry)> Add(IReadOnlyList<string> key, TomlValue value)
    {
        var made = new List<(TomlSection, TomlLines)>();
        var table = this;
        foreach (var part in key.SkipLast(1))
        {
            var entry = table.Entry(part, value.KeyStart, value.Line);
            if (entry.Last is not { isOpened: false } below)
                throw Twice(key, value.KeyStart);
            below.isDotted = true;
            made.Add((below, entry.Lines));
            table = below;
        }
        if (table.byName.ContainsKey(key[^1]))
            throw Twice(key, value.KeyStart);
        table.NewEntry(key[^1], value.KeyStart, value.Line).Value = value;
        return made;
    }

    /// <param name="isCased">In a list, where Hugo leaves keys as they are.</param>
    public ValueNode ToNode(string text, bool isCased)
    {
        var members = entries.ConvertAll(entry => entry.ToField(text, isCased, isInline: Lines.Parts.Count == 0 && Growth is null));
        var parts = Lines.Parts;
        var (start, end) = parts is [var first, ..] ? (first.Start, first.End) : (0, 0);
        return ValueNode.Map(members, ValueStyle.Block, start, end) with
        {
            Parts = parts,
            Growth = Growth ?? new(start, "[" + heading + "]" + LineBreaks.Before(text, end)),
        };
    }

    /// <summary>The name under which it is opened, of a table in it.</summary>
    public string HeadingOf(string name) => heading.Length == 0 ? TomlString.Key(name) : heading + "." + TomlString.Key(name);

    /// <summary>That of the name, made as a table where there was none.</summary>
    private TomlEntry Entry(string name, int keyStart, int line)
    {
        if (!byName.TryGetValue(name, out var entry))
        {
            entry = NewEntry(name, keyStart, line);
            entry.Tables.Add(new TomlSection(HeadingOf(name)));
        }
        return entry;
    }

    private TomlEntry NewEntry(string name, int keyStart, int line)
    {
        var entry = new TomlEntry(name, keyStart, line);
        byName.Add(name, entry);
        entries.Add(entry);
        return entry;
    }

    private static ReadingFault Twice(IReadOnlyList<string> path, int at) => TomlCursor.Wrong(at, $"{string.Join('.', path)} stands there more than once");
}
