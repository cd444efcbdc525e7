using System.Buffers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// Reads the fields of YAML front matter from the parser's events. Bounded: <see cref="MostUnits"/> of text,
/// <see cref="MostDepth"/> levels, and an alias stands for the value it names without being expanded.
/// </summary>
internal sealed class YamlReader
{
    public const int MostUnits = 64 * 1024;
    public const int MostDepth = 20;

    // go-yaml refuses these in a stream; YamlDotNet lets them through.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code)
            .Where(unit => char.IsControl(unit) && unit is not ('\t' or '\n' or '\r' or '\u0085')), '\uFEFF', '\uFFFE', '\uFFFF']);

    private readonly string text;
    private readonly int start;
    private readonly int end;
    private readonly Parser parser;
    private readonly Dictionary<AnchorName, YamlNode> anchors = [];
    private readonly List<(string Key, int KeyStart, int KeyEnd, YamlNode Value)> pairs = [];

    private YamlReader(string text, int start, int end)
    {
        this.text = text;
        this.start = start;
        this.end = end;
        InsertAt = end;
        parser = new Parser(new StringReader(text[start..end]));
    }

    public FrontMatterError? Error { get; private set; }

    public IReadOnlyList<Field> Fields { get; private set; } = [];

    /// <summary>Where lines for a new field go.</summary>
    public int InsertAt { get; private set; }

    /// <summary>The whole front matter is one <c>{ }</c>.</summary>
    public bool IsFlow { get; private set; }

    public static YamlReader Read(string text, int start, int end)
    {
        var reader = new YamlReader(text, start, end);
        if (end - start > MostUnits)
            reader.Error = reader.ErrorAt(start, "hugo.front-matter.too-long", $"{end - start} units, at most {MostUnits} are read");
        else if (text.AsSpan(start, end - start).IndexOfAny(Forbidden) is >= 0 and var at)
            reader.Error = reader.ErrorAt(start + at, "hugo.front-matter.control-character", $"U+{(int)text[start + at]:X4}");
        else
            reader.ReadDocument();
        return reader;
    }

    private void ReadDocument()
    {
        try
        {
            ReadFields();
            Fields = ToFields();
        }
        catch (Fault fault)
        {
            Error = ErrorAt(start + (int)fault.Start.Index, fault.Word, fault.Message);
        }
        catch (YamlException wrong)
        {
            Error = ErrorAt(start + (int)wrong.Start.Index, "hugo.front-matter.yaml", wrong.Message);
        }
    }

    private void ReadFields()
    {
        Next<StreamStart>();
        if (Next() is not DocumentStart)
            return;
        var root = Next();
        if (root is MappingStart map)
        {
            IsFlow = map.Style == MappingStyle.Flow;
            ReadPairs();
        }
        else if (root is not Scalar { Value: "", Style: ScalarStyle.Plain })
        {
            throw new Fault(root.Start, "hugo.front-matter.not-fields", "The front matter is not a list of keys with values");
        }
        if (Next() is DocumentEnd { IsImplicit: false } over)
            InsertAt = start + (int)over.Start.Index;
    }

    private void ReadPairs()
    {
        for (var key = Next(); key is not MappingEnd; key = Next())
        {
            if (key is not Scalar name)
                throw new Fault(key.Start, "hugo.front-matter.complex-key", "A key must be a single value");
            pairs.Add((name.Value, start + (int)name.Start.Index, start + (int)name.End.Index, ReadNode(Next(), depth: 1)));
        }
    }

    private YamlNode ReadNode(ParsingEvent first, int depth)
    {
        if (depth > MostDepth)
            throw new Fault(first.Start, "hugo.front-matter.too-deep", $"More than {MostDepth} levels");
        var node = first switch
        {
            AnchorAlias alias => ReadAlias(alias),
            Scalar scalar => ReadScalar(scalar),
            SequenceStart list => ReadList(list, depth),
            MappingStart map => ReadMap(map, depth),
            _ => throw new Fault(first.Start, "hugo.front-matter.yaml", $"Unexpected {first.GetType().Name}"),
        };
        if (first is NodeEvent { Anchor.IsEmpty: false } named)
            anchors[named.Anchor] = node;
        return node;
    }

    private YamlNode ReadAlias(AnchorAlias alias) =>
        anchors.TryGetValue(alias.Value, out var named)
            ? named with { Style = YamlStyle.Alias, Start = start + (int)alias.Start.Index, End = start + (int)alias.End.Index }
            : throw new Fault(alias.Start, "hugo.front-matter.unknown-anchor", $"*{alias.Value} names nothing before it");

    private YamlNode ReadScalar(Scalar scalar)
    {
        var style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => YamlStyle.SingleQuoted,
            ScalarStyle.DoubleQuoted => YamlStyle.DoubleQuoted,
            ScalarStyle.Literal => YamlStyle.Literal,
            ScalarStyle.Folded => YamlStyle.Folded,
            _ => YamlStyle.Plain,
        };
        var tag = Tag(scalar);
        var (kind, value) = tag switch
        {
            "" when style == YamlStyle.Plain => YamlTypes.Resolve(scalar.Value),
            "" or "!" or "tag:yaml.org,2002:str" => (ValueKind.Text, scalar.Value),
            _ => YamlTypes.Resolve(scalar.Value),
        };
        var (from, to) = (start + (int)scalar.Start.Index, start + (int)scalar.End.Index);
        if (style is YamlStyle.Literal or YamlStyle.Folded)
            to = BlockScalarEnd(from, to, scalar.Value);
        return new(kind, value, style, from, to, HashCode.Combine(kind, value), []);
    }

    /// <summary>The parser's span takes in the blank lines after a block scalar; they belong to it only where it keeps them (<c>|+</c>).</summary>
    private int BlockScalarEnd(int from, int to, string value)
    {
        var keeps = value.EndsWith("\n\n", StringComparison.Ordinal);
        var last = text.AsSpan(from, to - from);
        var trimmed = keeps ? last : last.TrimEnd(" \t\r\n");
        var stop = from + trimmed.Length;
        return keeps && text[stop - 1] == '\n' ? stop - (text[stop - 2] == '\r' ? 2 : 1) : stop;
    }

    private YamlNode ReadList(SequenceStart list, int depth)
    {
        Tag(list);
        var items = new List<YamlNode>();
        var meaning = new HashCode();
        meaning.Add(ValueKind.List);
        var next = Next();
        for (; next is not SequenceEnd; next = Next())
        {
            items.Add(ReadNode(next, depth + 1));
            meaning.Add(items[^1].Meaning);
        }
        var isBlock = list.Style == SequenceStyle.Block;
        // A block's own end mark swallows the blank lines and comments after it; a flow's points at its bracket.
        var to = isBlock ? items.Count > 0 ? items[^1].End : start + (int)list.End.Index : start + (int)next.End.Index + 1;
        return new(ValueKind.List, "", isBlock ? YamlStyle.Block : YamlStyle.Flow, start + (int)list.Start.Index, to, meaning.ToHashCode(), items);
    }

    private YamlNode ReadMap(MappingStart map, int depth)
    {
        Tag(map);
        var meaning = new HashCode();
        meaning.Add(ValueKind.Map);
        var to = start + (int)map.End.Index;
        var next = Next();
        for (; next is not MappingEnd; next = Next())
        {
            meaning.Add(ReadNode(next, depth + 1).Meaning);
            var value = ReadNode(Next(), depth + 1);
            meaning.Add(value.Meaning);
            to = value.End;
        }
        var isBlock = map.Style == MappingStyle.Block;
        to = isBlock ? to : start + (int)next.End.Index + 1;
        return new(ValueKind.Map, "", isBlock ? YamlStyle.Block : YamlStyle.Flow, start + (int)map.Start.Index, to, meaning.ToHashCode(), []);
    }

    /// <summary>YAML's own tags are read; any other could only mean a type of some program, and none is ever made.</summary>
    private static string Tag(NodeEvent node)
    {
        if (node.Tag.IsEmpty)
            return "";
        var tag = node.Tag.Value;
        return tag is "!" || tag.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal)
                && tag["tag:yaml.org,2002:".Length..] is "str" or "int" or "float" or "bool" or "null" or "timestamp" or "seq" or "map"
            ? tag
            : throw new Fault(node.Start, "hugo.front-matter.tag", $"The tag {tag} is not read");
    }

    private List<Field> ToFields()
    {
        var fields = new List<Field>(pairs.Count);
        var (line, counted) = (1, 0);
        foreach (var (key, keyStart, keyEnd, value) in pairs)
        {
            line += text.AsSpan(counted, keyStart - counted).Count('\n');
            counted = keyStart;
            fields.Add(new Field(key, value)
            {
                Line = line,
                Start = Math.Max(start, LineBreaks.LineStart(text, keyStart)),
                End = LineBreaks.LineEnd(text, value.End, end),
                ColonEnd = text.IndexOf(':', keyEnd) + 1,
            });
        }
        MarkDuplicates(fields);
        return fields;
    }

    private static void MarkDuplicates(List<Field> fields)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = fields.Count - 1; index >= 0; index--)
        {
            if (!seen.Add(fields[index].Key))
                fields[index] = fields[index] with { IsDuplicate = true };
        }
    }

    private FrontMatterError ErrorAt(int at, string word, string detail)
    {
        at = Math.Clamp(at, 0, text.Length);
        return new(1 + text.AsSpan(0, at).Count('\n'), 1 + at - (text.AsSpan(0, at).LastIndexOf('\n') + 1), word, detail);
    }

    private ParsingEvent Next() =>
        parser.MoveNext() ? parser.Current! : throw new YamlException("The front matter ends too early");

    private void Next<T>() where T : ParsingEvent
    {
        if (Next() is not T)
            throw new YamlException($"Expected {typeof(T).Name}, found {parser.Current}");
    }

    private sealed class Fault(Mark at, string word, string detail) : YamlException(at, at, detail)
    {
        public string Word { get; } = word;
    }
}
