namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What TOML's keys and tables were called so far: a second of the same name makes Hugo fail, and is refused.</summary>
internal sealed class TomlNames
{
    private readonly Table root = new();
    private Table current;

    public TomlNames() => current = root;

    /// <summary><c>[a.b]</c>, or <c>[[a.b]]</c>: the keys after it are its own.</summary>
    public void Open(IReadOnlyList<string> path, bool isList, int at)
    {
        var table = root;
        foreach (var part in path.SkipLast(1))
            table = table.Below(part) ?? throw Twice(path, at);
        if (!table.Inner.TryGetValue(path[^1], out var last))
            table.Inner[path[^1]] = last = new Table { IsList = isList };
        else if (last is null || last.IsList != isList || last.IsOpened && !isList || last.IsDotted)
            throw Twice(path, at);
        last.IsOpened = true;
        if (isList)
            last.Inner.Clear();
        current = last;
    }

    public void AddValue(IReadOnlyList<string> key, int at)
    {
        var table = current;
        foreach (var part in key.SkipLast(1))
        {
            table = table.Below(part) ?? throw Twice(key, at);
            if (table.IsOpened)
                throw Twice(key, at);
            table.IsDotted = true;
        }
        if (!table.Inner.TryAdd(key[^1], null))
            throw Twice(key, at);
    }

    private static ReadingFault Twice(IReadOnlyList<string> path, int at) => TomlCursor.Wrong(at, $"{string.Join('.', path)} stands there more than once");

    private sealed class Table
    {
        /// <summary>By name; null is a value.</summary>
        public Dictionary<string, Table?> Inner { get; } = new(StringComparer.Ordinal);

        public bool IsList { get; init; }

        /// <summary>By its own line in brackets.</summary>
        public bool IsOpened { get; set; }

        public bool IsDotted { get; set; }

        /// <summary>The table of that name, made where there was none; null where a value has the name.</summary>
        public Table? Below(string name)
        {
            if (!Inner.TryGetValue(name, out var below))
                Inner[name] = below = new Table();
            return below;
        }
    }
}
