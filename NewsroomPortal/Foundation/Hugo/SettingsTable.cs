using System.Globalization;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// A table of a site's settings: keys without regard to capitals; values are text, bool, long, double, tables, lists of these, or null.
/// What asks for one kind gets others as Hugo converts them (spf13/cast, weak decoding): "true" is a switch too, one text is a list of one.
/// </summary>
internal sealed class SettingsTable
{
    private readonly Dictionary<string, object?> values = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Keys => values.Keys;

    public object? this[string key]
    {
        get => values.GetValueOrDefault(key);
        set => values[key] = value;
    }

    public bool Has(string key) => values.ContainsKey(key);

    /// <summary>The table at the end of this way; null where there is none.</summary>
    public SettingsTable? Table(params ReadOnlySpan<string> way)
    {
        var table = this;
        foreach (var key in way)
            table = table?[key] as SettingsTable;
        return table;
    }

    public string? Text(string key) => TextOf(this[key]);

    public bool Switch(string key, bool standard) => SwitchOf(this[key]) ?? standard;

    public int Whole(string key, int standard) => this[key] switch
    {
        long number when number is >= int.MinValue and <= int.MaxValue => (int)number,
        double number when Math.Abs(number) < int.MaxValue => (int)number,
        string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => standard,
    };

    public IReadOnlyList<string> Texts(string key) => this[key] switch
    {
        List<object?> list => [.. list.Select(TextOf).OfType<string>()],
        var single => TextOf(single) is { Length: > 0 } text ? [text] : [],
    };

    /// <summary>This table with another's values over its own, tables within tables alike; lists are replaced.</summary>
    public SettingsTable With(SettingsTable over)
    {
        var merged = new SettingsTable();
        foreach (var (key, value) in values)
            merged[key] = value;
        foreach (var (key, value) in over.values)
            merged[key] = value is SettingsTable theirs && this[key] is SettingsTable ours ? ours.With(theirs) : value;
        return merged;
    }

    /// <summary>This table with another's values in place of its own, whole; only the tables of one key are merged, one level deep.</summary>
    public SettingsTable Under(SettingsTable over, string merged)
    {
        var table = new SettingsTable();
        foreach (var (key, value) in values.Concat(over.values))
            table[key] = value;
        if (Table(merged) is { } ours && over.Table(merged) is { } theirs)
        {
            var both = new SettingsTable();
            foreach (var (key, value) in ours.values.Concat(theirs.values))
                both[key] = value;
            table[merged] = both;
        }
        return table;
    }

    /// <summary>Without this key, at every depth.</summary>
    public SettingsTable Without(string left)
    {
        var table = new SettingsTable();
        foreach (var (key, value) in values.Where(each => !each.Key.Equals(left, StringComparison.OrdinalIgnoreCase)))
            table[key] = value is SettingsTable inner ? inner.Without(left) : value;
        return table;
    }

    /// <summary>All single values within, their keys with dots between; a list counts as one, with commas.</summary>
    public IEnumerable<(string Key, string Value)> Leaves() => values.SelectMany(each => each.Value switch
    {
        SettingsTable inner => inner.Leaves().Select(leaf => ($"{each.Key}.{leaf.Key}", leaf.Value)),
        List<object?> => [(each.Key, string.Join(", ", Texts(each.Key)))],
        var single => Enumerable.Repeat((each.Key, TextOf(single) ?? ""), 1),
    });

    public static bool? SwitchOf(object? value) => value switch
    {
        bool isOn => isOn,
        long number => number != 0,
        double number => number != 0,
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        _ => null,
    };

    public static string? TextOf(object? value) => value switch
    {
        string text => text,
        bool isOn => isOn ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
