namespace NewsroomPortal.Foundation.Hugo;

/// <summary>A name in a table of TOML: a value, a table, or a list of tables.</summary>
internal sealed class TomlEntry(string name, int keyStart, int line)
{
    public TomlValue? Value { get; set; }

    public List<TomlSection> Tables { get; } = [];

    /// <summary>By two brackets.</summary>
    public bool IsList { get; set; }

    public TomlLines Lines { get; } = new();

    /// <summary>The table that the name stands for now: of a list its last. Null for a value.</summary>
    public TomlSection? Last => Tables is [.., var last] ? last : null;

    public Field ToField(string text, bool isCased, bool isInline)
    {
        var node = Value?.Node ?? (IsList ? ToList(text) : Tables[0].ToNode(text, isCased));
        return new(name, node)
        {
            Line = line,
            KeyStart = keyStart,
            Start = isInline ? keyStart : LineBreaks.LineStart(text, keyStart),
            End = isInline ? node.End : node.Parts is [var first, ..] ? first.End : LineBreaks.LineEnd(text, node.End, text.Length),
            ColonEnd = Value?.AfterEquals ?? keyStart,
            IsCased = isCased,
        };
    }

    private ValueNode ToList(string text)
    {
        var (start, end) = Lines.Parts[0];
        return ValueNode.List([.. Tables.Select(table => table.ToNode(text, isCased: true))], ValueStyle.Block, start, end) with { Parts = Lines.Parts };
    }
}

/// <summary>The lines of a table, as its statements come.</summary>
internal sealed class TomlLines
{
    private readonly List<LineSpan> parts = [];
    private int last = -1;

    public IReadOnlyList<LineSpan> Parts => parts;

    /// <param name="statement">The number of the heading or pair that the lines hold; what stands between two that follow one another is theirs.</param>
    public void Add(int statement, LineSpan lines)
    {
        if (parts.Count > 0 && last >= statement - 1)
            parts[^1] = parts[^1] with { End = lines.End };
        else
            parts.Add(lines);
        last = statement;
    }
}
