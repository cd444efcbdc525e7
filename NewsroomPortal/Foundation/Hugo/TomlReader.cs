using System.Buffers;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Reads the fields of TOML front matter: the keys, tables and lists of tables of its first level, with all that they hold.</summary>
internal sealed class TomlReader
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x80).Select(code => (char)code).Where(unit => char.IsControl(unit) && unit is not ('\t' or '\n'))]);

    private readonly string text;
    private readonly int start;
    private readonly int end;
    private readonly TomlCursor cursor;
    private readonly TomlSection root;
    private TomlSection open;
    private List<TomlLines> owners = [];
    private bool isInList;

    private TomlReader(string text, int start, int end)
    {
        this.text = text;
        this.start = start;
        this.end = end;
        cursor = new TomlCursor(text, start, end);
        root = open = TomlSection.Root(start);
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
        var statement = 0;
        for (cursor.SkipLines(); !cursor.IsAtEnd; cursor.SkipLines(), statement++)
        {
            var from = cursor.At;
            var (grown, belongsTo) = cursor.Here == '[' ? ReadHeading() : ReadPair();
            cursor.EndLine();
            var lines = new LineSpan(Math.Max(start, LineBreaks.LineStart(text, from)), LineBreaks.LineEnd(text, cursor.At, end));
            foreach (var owner in belongsTo)
                owner.Add(statement, lines);
            foreach (var (table, prefix) in grown)
                table.Growth = new(lines.End, text[lines.Start..from] + prefix);
        }
        if (open == root)
            root.Growth = root.Growth!.Value with { At = end };
        return new(null, root.ToNode(text, isCased: false));
    }

    private (IEnumerable<(TomlSection, string)> Grown, IEnumerable<TomlLines> BelongsTo) ReadHeading()
    {
        var (from, line) = (cursor.At, cursor.Line);
        var isList = cursor.Take("[[");
        if (!isList)
            cursor.Require("[");
        var path = cursor.ReadKey();
        cursor.Require(isList ? "]]" : "]");
        (open, owners, isInList) = root.Open(path, isList, from, line);
        return ([(open, "")], owners);
    }

    private (IEnumerable<(TomlSection, string)> Grown, IEnumerable<TomlLines> BelongsTo) ReadPair()
    {
        var (from, line) = (cursor.At, cursor.Line);
        var key = cursor.ReadKey();
        cursor.Require("=");
        var afterEquals = cursor.At;
        cursor.SkipBlanks();
        var value = cursor.ReadValue(depth: 1, isInList);
        var made = open.Add(key, new(from, line, afterEquals, value));
        var prefixes = made.Select((each, index) => (each.Table, string.Concat(key.Take(index + 1).Select(part => TomlString.Key(part) + "."))));
        return (prefixes.Prepend((open, "")), owners.Concat(made.SelectMany(each => new[] { each.Entry, each.Table.Lines })));
    }
}
