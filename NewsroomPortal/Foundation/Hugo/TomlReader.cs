using System.Buffers;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Reads the fields of TOML front matter: its first level's keys; a table and dotted keys make one field of the name that they begin with.</summary>
internal sealed class TomlReader
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x80).Select(code => (char)code).Where(unit => char.IsControl(unit) && unit is not ('\t' or '\n'))]);

    private readonly string text;
    private readonly int start;
    private readonly int end;
    private readonly TomlCursor cursor;
    private readonly TomlNames names = new();
    private readonly List<Piece> pieces = [];
    private readonly Dictionary<string, Piece> byName = new(StringComparer.Ordinal);
    private Piece? open;
    private int insertAt;

    private TomlReader(string text, int start, int end)
    {
        this.text = text;
        this.start = start;
        this.end = end;
        cursor = new TomlCursor(text, start, end);
        insertAt = start;
    }

    public static FieldReading Read(string text, int start, int end)
    {
        if (FindForbidden(text, start, end) is >= 0 and var at)
            return FieldReading.Wrong(text, at, "hugo.front-matter.control-character", $"U+{(int)text[at]:X4}");
        try
        {
            return new TomlReader(text, start, end).ReadLines();
        }
        catch (ReadingFault fault)
        {
            return FieldReading.Wrong(text, fault.At, fault.Word, fault.Message);
        }
    }

    /// <summary>A carriage return is allowed where a line feed follows.</summary>
    private static int FindForbidden(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            var next = text.AsSpan(at, end - at).IndexOfAny(Forbidden);
            if (next < 0)
                break;
            at += next;
            if (text[at] != '\r' || at + 1 == end || text[at + 1] != '\n')
                return at;
        }
        return -1;
    }

    private FieldReading ReadLines()
    {
        var inTable = false;
        for (cursor.SkipLines(); !cursor.IsAtEnd; cursor.SkipLines())
        {
            if (cursor.Here == '[')
            {
                inTable = true;
                ReadHeader();
            }
            else
            {
                ReadPair(inTable);
            }
            cursor.EndLine();
            insertAt = inTable ? insertAt : LineBreaks.LineEnd(text, cursor.At, end);
        }
        var fields = pieces.Select(ToField).ToList();
        FieldReading.MarkDuplicates(fields);
        return new(null, fields, inTable ? insertAt : end);
    }

    private void ReadHeader()
    {
        var from = cursor.At;
        var isList = cursor.Take("[[");
        if (!isList)
            cursor.Require("[");
        var keyStart = cursor.At;
        var path = cursor.ReadKey();
        cursor.Require(isList ? "]]" : "]");
        names.Open(path, isList, from);
        open = Join(path[0], keyStart, isList && path.Count == 1 ? ValueKind.List : ValueKind.Map, from);
        open.Add(string.Join('.', path), isList ? 1 : 0, cursor.At);
    }

    private void ReadPair(bool inTable)
    {
        var from = cursor.At;
        var key = cursor.ReadKey();
        names.AddValue(key, from);
        cursor.Require("=");
        var afterEquals = cursor.At;
        cursor.SkipBlanks();
        var value = cursor.ReadValue(depth: 1);
        if (inTable)
        {
            open!.Add(key[0], value, cursor.At);
        }
        else if (key.Count > 1)
        {
            Join(key[0], from, ValueKind.Map, from).Add(string.Join('.', key.Skip(1)), value, cursor.At);
        }
        else
        {
            open = null;
            pieces.Add(new(key[0], from, afterEquals, value));
        }
    }

    /// <summary>The field that a table or a dotted key belongs to: its first piece; others that follow it at once widen its span.</summary>
    private Piece Join(string name, int keyStart, ValueKind kind, int from)
    {
        if (!byName.TryGetValue(name, out var piece))
            pieces.Add(byName[name] = piece = new(name, keyStart, keyStart, new(kind, "", ValueStyle.Block, from, from, 0, [])));
        piece.IsGrowing = pieces[^1] == piece;
        return piece;
    }

    private Field ToField(Piece piece) => new(piece.Name, piece.ToNode())
    {
        Line = 1 + text.AsSpan(0, piece.KeyStart).Count('\n'),
        Start = Math.Max(start, LineBreaks.LineStart(text, piece.KeyStart)),
        End = LineBreaks.LineEnd(text, piece.Value.End, end),
        ColonEnd = piece.AfterEquals,
    };

    /// <summary>A field as it is gathered.</summary>
    private sealed class Piece(string name, int keyStart, int afterEquals, ValueNode value)
    {
        private readonly List<(string Key, ValueNode Value)> members = [];
        private HashCode meaning;

        public string Name => name;

        public int KeyStart => keyStart;

        public int AfterEquals => afterEquals;

        public ValueNode Value { get; private set; } = value;

        /// <summary>What is added now stands right after what it has.</summary>
        public bool IsGrowing { get; set; }

        public void Add(string path, int kind, int to)
        {
            meaning.Add((path, kind));
            Widen(to);
        }

        public void Add(string key, ValueNode member, int to)
        {
            meaning.Add((key, member.Meaning));
            members.Add((key, member));
            Widen(to);
        }

        /// <summary>Of a list of tables the items are maps, whose members only the text knows.</summary>
        public ValueNode ToNode() => Value.Style != ValueStyle.Block ? Value : Value with
        {
            Meaning = meaning.ToHashCode(),
            Members = members,
            Items = Value.Kind == ValueKind.List ? [ValueNode.Map(members, ValueStyle.Block, Value.Start, Value.End)] : [],
        };

        private void Widen(int to) => Value = IsGrowing ? Value with { End = to } : Value;
    }
}
