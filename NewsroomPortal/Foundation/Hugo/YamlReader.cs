using System.Buffers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// Reads the fields of YAML front matter from the parser's events. Bounded:
/// <see cref="FieldReading.MostDepth"/> levels, and an alias stands for the value it names without being expanded.
/// </summary>
internal sealed class YamlReader
{
    // go-yaml refuses these in a stream; YamlDotNet lets them through.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code)
            .Where(unit => char.IsControl(unit) && unit is not ('\t' or '\n' or '\r' or '\u0085')), '\uFEFF', '\uFFFE', '\uFFFF']);

    private readonly string text;
    private readonly int start;
    private readonly int end;
    private readonly Parser parser;
    private readonly Dictionary<AnchorName, ValueNode> anchors = [];
    private readonly LineCount lines;

    private YamlReader(string text, int start, int end)
    {
        this.text = text;
        this.start = start;
        this.end = end;
        lines = new LineCount(text);
        parser = new Parser(new StringReader(text[start..end]));
    }

    public static FieldReading Read(string text, int start, int end)
    {
        var inner = text.AsSpan(start, end - start);
        if (inner.IndexOfAny(Forbidden) is >= 0 and var at)
            return FieldReading.Wrong(text, start + at, "hugo.front-matter.control-character", $"U+{(int)text[start + at]:X4}");
        // YamlDotNet lets a tab stand before all, go-yaml does not.
        if (inner.IndexOfAnyExcept(" \r\n") is >= 0 and var first && inner[first] == '\t')
            return FieldReading.Wrong(text, start + first, "hugo.front-matter.yaml", "A tab stands before the first key");
        return new YamlReader(text, start, end).ReadDocument();
    }

    private FieldReading ReadDocument()
    {
        try
        {
            return new(null, ReadFields());
        }
        catch (Fault fault)
        {
            return FieldReading.Wrong(text, start + (int)fault.Start.Index, fault.Word, fault.Message);
        }
        catch (YamlException wrong)
        {
            return FieldReading.Wrong(text, start + (int)wrong.Start.Index, "hugo.front-matter.yaml", wrong.Message);
        }
    }

    private ValueNode ReadFields()
    {
        var none = ValueNode.Map([], ValueStyle.Block, start, end) with { Growth = new(end, "") };
        Next<StreamStart>();
        if (Next() is not DocumentStart)
            return none;
        var fields = Next() switch
        {
            MappingStart map => ReadMap(map, depth: 0, isCased: false),
            Scalar { Value: "", Style: ScalarStyle.Plain } => none,
            var other => throw new Fault(other.Start, "hugo.front-matter.not-fields", "The front matter is not a list of keys with values"),
        };
        var growsAt = Next() is DocumentEnd { IsImplicit: false } over ? start + (int)over.Start.Index : end;
        return fields with { Growth = fields.Growth with { At = growsAt } };
    }

    private ValueNode ReadNode(ParsingEvent first, int depth, bool isCased)
    {
        if (depth > FieldReading.MostDepth)
            throw new Fault(first.Start, "hugo.front-matter.too-deep", $"More than {FieldReading.MostDepth} levels");
        var node = first switch
        {
            AnchorAlias alias => ReadAlias(alias),
            Scalar scalar => ReadScalar(scalar),
            SequenceStart list => ReadList(list, depth),
            MappingStart map => ReadMap(map, depth, isCased),
            _ => throw new Fault(first.Start, "hugo.front-matter.yaml", $"Unexpected {first.GetType().Name}"),
        };
        if (first is NodeEvent { Anchor.IsEmpty: false } named)
            anchors[named.Anchor] = node;
        return node;
    }

    private ValueNode ReadAlias(AnchorAlias alias) =>
        anchors.TryGetValue(alias.Value, out var named)
            ? named with { Style = ValueStyle.Alias, Start = start + (int)alias.Start.Index, End = start + (int)alias.End.Index }
            : throw new Fault(alias.Start, "hugo.front-matter.unknown-anchor", $"*{alias.Value} names nothing before it");

    private ValueNode ReadScalar(Scalar scalar)
    {
        var style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => ValueStyle.SingleQuoted,
            ScalarStyle.DoubleQuoted => ValueStyle.DoubleQuoted,
            ScalarStyle.Literal => ValueStyle.Literal,
            ScalarStyle.Folded => ValueStyle.Folded,
            _ => ValueStyle.Plain,
        };
        var tag = Tag(scalar);
        var (kind, value) = tag switch
        {
            "" when style == ValueStyle.Plain => YamlTypes.Resolve(scalar.Value),
            "" or "!" or "tag:yaml.org,2002:str" => (ValueKind.Text, scalar.Value),
            _ => YamlTypes.As(tag, scalar.Value) ?? throw new Fault(scalar.Start, "hugo.front-matter.tag", $"{scalar.Value} is not of the type {tag}"),
        };
        var (from, to) = (start + (int)scalar.Start.Index, start + (int)scalar.End.Index);
        if (style is ValueStyle.Literal or ValueStyle.Folded)
            to = BlockScalarEnd(from, to, scalar.Value);
        return ValueNode.Single(kind, value, style, from, to);
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

    private ValueNode ReadList(SequenceStart list, int depth)
    {
        Tag(list);
        var items = new List<ValueNode>();
        var next = Next();
        for (; next is not SequenceEnd; next = Next())
            items.Add(ReadNode(next, depth + 1, isCased: true));
        var isBlock = list.Style == SequenceStyle.Block;
        // A block's own end mark swallows the blank lines and comments after it; a flow's points at its bracket.
        var to = isBlock ? items.Count > 0 ? items[^1].End : start + (int)list.End.Index : start + (int)next.End.Index + 1;
        return ValueNode.List(items, isBlock ? ValueStyle.Block : ValueStyle.Flow, start + (int)list.Start.Index, to);
    }

    /// <param name="isCased">In a list, where Hugo leaves keys as they are.</param>
    private ValueNode ReadMap(MappingStart map, int depth, bool isCased)
    {
        Tag(map);
        var isBlock = map.Style == MappingStyle.Block;
        var members = new List<Field>();
        var (from, to) = (start + (int)map.Start.Index, start + (int)map.End.Index);
        var after = from;
        var next = Next();
        for (; next is not MappingEnd; next = Next())
        {
            if (next is not Scalar key)
                throw new Fault(next.Start, "hugo.front-matter.complex-key", "A key must be a single value");
            // Of the first level Hugo asks for strings; deeper it takes keys for what they look like, and then makes strings of them.
            var name = depth == 0 ? key.Value : ReadScalar(key).Text;
            var (keyStart, keyEnd) = (start + (int)key.Start.Index, start + (int)key.End.Index);
            var line = lines.At(keyStart);
            var value = ReadNode(Next(), depth + 1, isCased);
            // YamlDotNet loses its place after an empty "? ": such marks say nothing of the text.
            if (keyStart < after || value.Start < keyEnd)
                throw new Fault(key.Start, "hugo.front-matter.complex-key", "A key must be a single value");
            // YamlDotNet takes tabs for blanks before the first key of a block, go-yaml never.
            if (isBlock && text.AsSpan(LineBreaks.LineStart(text, keyStart)..keyStart).Contains('\t'))
                throw new Fault(key.Start, "hugo.front-matter.yaml", "A tab stands before the key");
            members.Add(ToField(name, keyStart, keyEnd, value, isBlock) with { Line = line, IsCased = isCased });
            after = keyEnd;
            to = value.End;
        }
        return isBlock
            ? ValueNode.Map(members, ValueStyle.Block, from, to) with { Growth = members is [var first, ..] ? new(LineBreaks.LineEnd(text, to, end), YamlHabits.Column(text, first.KeyStart)) : default }
            : ValueNode.Map(members, ValueStyle.Flow, from, start + (int)next.End.Index + 1);
    }

    private Field ToField(string name, int keyStart, int keyEnd, ValueNode value, bool isBlock)
    {
        var line = LineBreaks.LineStart(text, keyStart);
        var startsLine = isBlock && line >= start && text.AsSpan(line, keyStart - line).IsWhiteSpace();
        var colon = text.AsSpan(keyEnd).IndexOf(':');
        // In braces a key may have neither colon nor value.
        var hasColon = colon >= 0 && text.AsSpan(keyEnd, colon).IsWhiteSpace();
        return new(name, value)
        {
            KeyStart = keyStart,
            Start = startsLine ? line : keyStart,
            End = isBlock ? LineBreaks.LineEnd(text, value.End, end) : value.End,
            ColonEnd = hasColon ? keyEnd + colon + 1 : keyEnd,
        };
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

    private ParsingEvent Next()
    {
        try
        {
            return parser.MoveNext() ? parser.Current! : throw new YamlException("The front matter ends too early");
        }
        catch (Exception slip) when (slip is not YamlException)
        {
            // YamlDotNet's own slips: ArgumentException at "!!a?]", InvalidOperationException at a "..." before any document.
            var at = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, slip.Message);
        }
    }

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
