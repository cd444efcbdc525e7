using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// A settings file in YAML 1.1, from the parser's events. What an alias repeats counts as often as it is repeated, so that a small file
/// cannot stand for a huge one.
/// </summary>
internal sealed class SettingsYaml
{
    private const int MostValues = 100_000;

    private readonly Parser parser;
    private readonly Dictionary<AnchorName, (object? Value, int Count)> anchors = [];
    private int count;

    private SettingsYaml(string text) => parser = new Parser(new StringReader(text));

    /// <exception cref="YamlException">It cannot be read; the mark says where.</exception>
    public static SettingsTable Read(string text)
    {
        var yaml = new SettingsYaml(text);
        yaml.Next();
        var start = yaml.Next();
        if (start is not DocumentStart)
            return new SettingsTable();
        return yaml.ReadValue(yaml.Next(), depth: 0) switch
        {
            SettingsTable table => table,
            null => new SettingsTable(),
            _ => throw new YamlException(start.Start, start.End, "The file is not a list of keys with values."),
        };
    }

    private object? ReadValue(ParsingEvent first, int depth)
    {
        if (depth > SettingsFile.MostDepth)
            throw new YamlException(first.Start, first.End, $"More than {SettingsFile.MostDepth} levels.");
        var before = count++;
        object? value = first switch
        {
            AnchorAlias alias => Repeat(alias),
            Scalar scalar => ReadScalar(scalar),
            SequenceStart => ReadList(depth),
            MappingStart => ReadTable(depth),
            _ => throw new YamlException(first.Start, first.End, $"Unexpected {first.GetType().Name}."),
        };
        if (count > MostValues)
            throw new YamlException(first.Start, first.End, $"More than {MostValues} values.");
        if (first is NodeEvent { Anchor.IsEmpty: false } named)
            anchors[named.Anchor] = (value, count - before);
        return value;
    }

    private object? Repeat(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value, out var named))
            throw new YamlException(alias.Start, alias.End, $"*{alias.Value} names nothing before it.");
        count += named.Count;
        return named.Value;
    }

    private static object? ReadScalar(Scalar scalar)
    {
        var isText = scalar.Style != ScalarStyle.Plain || scalar.Tag == "tag:yaml.org,2002:str";
        var (kind, text) = isText ? (ValueKind.Text, scalar.Value) : YamlTypes.Resolve(scalar.Value);
        return kind switch
        {
            ValueKind.Null => null,
            ValueKind.Switch => text == "true",
            ValueKind.Number when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            ValueKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => text,
        };
    }

    private List<object?> ReadList(int depth)
    {
        var list = new List<object?>();
        for (var next = Next(); next is not SequenceEnd; next = Next())
            list.Add(ReadValue(next, depth + 1));
        return list;
    }

    private SettingsTable ReadTable(int depth)
    {
        var table = new SettingsTable();
        var shared = new List<SettingsTable>();
        for (var next = Next(); next is not MappingEnd; next = Next())
        {
            if (next is not Scalar key)
                throw new YamlException(next.Start, next.End, "A key must be a single value.");
            var value = ReadValue(Next(), depth + 1);
            if (key is { Value: "<<", Style: ScalarStyle.Plain })
                shared.AddRange(value is SettingsTable one ? [one] : (value as List<object?> ?? []).OfType<SettingsTable>());
            else
                // YAML 1.1: an unquoted key "no" is the switch, and Hugo then calls it "false".
                table[SettingsTable.TextOf(ReadScalar(key)) ?? ""] = value;
        }
        foreach (var (from, key) in shared.SelectMany(from => from.Keys.Select(key => (from, key))).Where(each => !table.Has(each.key)))
            table[key] = from[key];
        return table;
    }

    private ParsingEvent Next()
    {
        try
        {
            return parser.MoveNext() ? parser.Current! : throw new YamlException("The file ends too early.");
        }
        catch (Exception slip) when (slip is not YamlException)
        {
            // YamlDotNet's own slips: ArgumentException, InvalidOperationException.
            var at = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, slip.Message);
        }
    }
}
