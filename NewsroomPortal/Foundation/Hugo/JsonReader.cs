using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Reads the fields of JSON front matter. The parser counts bytes of UTF-8; they are followed to UTF-16 units as they rise.</summary>
internal ref struct JsonReader
{
    private readonly string text;
    private readonly int start;
    private readonly byte[] bytes;
    private Utf8JsonReader tokens;
    private int countedBytes;
    private int countedUnits;
    private readonly LineCount lines;

    private JsonReader(string text, int start, int end)
    {
        this.text = text;
        this.start = start;
        bytes = Encoding.UTF8.GetBytes(text[start..end]);
        countedUnits = start;
        lines = new LineCount(text);
        // Deeper than FieldReading.MostDepth, so that this reader is the one that says so.
        tokens = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 2 * FieldReading.MostDepth });
    }

    public static FieldReading Read(string text, int start, int end)
    {
        var reader = new JsonReader(text, start, end);
        try
        {
            return new(null, reader.ReadFields());
        }
        catch (ReadingFault fault)
        {
            return FieldReading.Wrong(text, fault.At, fault.Word, fault.Message);
        }
        catch (JsonException wrong)
        {
            return FieldReading.Wrong(text, reader.Place(wrong), "hugo.front-matter.json", wrong.Message);
        }
    }

    private ValueNode ReadFields()
    {
        tokens.Read();
        return ReadMap(start, depth: 0, isCased: false);
    }

    private ValueNode ReadValue(int depth, bool isCased)
    {
        var from = Here();
        if (depth > FieldReading.MostDepth)
            throw new ReadingFault(from, "hugo.front-matter.too-deep", $"More than {FieldReading.MostDepth} levels");
        return tokens.TokenType switch
        {
            JsonTokenType.StartArray => ReadList(from, depth),
            JsonTokenType.StartObject => ReadMap(from, depth, isCased),
            JsonTokenType.String => ValueNode.Single(ValueKind.Text, ReadString(), ValueStyle.DoubleQuoted, from, AfterToken()),
            JsonTokenType.Number => ValueNode.Single(ValueKind.Number, ReadNumber(from), ValueStyle.Plain, from, AfterToken()),
            JsonTokenType.True => ValueNode.Single(ValueKind.Switch, "true", ValueStyle.Plain, from, AfterToken()),
            JsonTokenType.False => ValueNode.Single(ValueKind.Switch, "false", ValueStyle.Plain, from, AfterToken()),
            _ => ValueNode.Single(ValueKind.Null, "", ValueStyle.Plain, from, AfterToken()),
        };
    }

    private ValueNode ReadList(int from, int depth)
    {
        var items = new List<ValueNode>();
        while (tokens.Read() && tokens.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(depth + 1, isCased: true));
        return ValueNode.List(items, ValueStyle.Flow, from, AfterToken());
    }

    /// <param name="isCased">In a list, where Hugo leaves keys as they are.</param>
    private ValueNode ReadMap(int from, int depth, bool isCased)
    {
        var members = new List<Field>();
        while (tokens.Read() && tokens.TokenType == JsonTokenType.PropertyName)
        {
            var keyStart = Here();
            var line = lines.At(keyStart);
            var key = ReadString();
            tokens.Read();
            var afterColon = text.LastIndexOf(':', Here()) + 1;
            var node = ReadValue(depth + 1, isCased);
            members.Add(new(key, node) { Line = line, IsCased = isCased, KeyStart = keyStart, Start = keyStart, End = node.End, ColonEnd = afterColon });
        }
        return ValueNode.Map(members, ValueStyle.Flow, from, AfterToken());
    }

    /// <summary>A half pair written as an escape is no text for .NET; Go would put a replacement mark.</summary>
    private string ReadString()
    {
        try
        {
            return tokens.GetString()!;
        }
        catch (InvalidOperationException half)
        {
            throw new ReadingFault(Here(), "hugo.front-matter.json", half.Message);
        }
    }

    /// <summary>Go reads every number as a double.</summary>
    private readonly string ReadNumber(int at) =>
        tokens.TryGetDouble(out var number) && double.IsFinite(number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw new ReadingFault(at, "hugo.front-matter.json", "The number is too large");

    private int Here() => Units((int)tokens.TokenStartIndex);

    private int AfterToken() => Units((int)tokens.BytesConsumed);

    /// <summary>Never asked for a place before the last one.</summary>
    private int Units(int at)
    {
        for (; countedBytes < at; countedBytes++)
        {
            // Bytes that continue a character count nothing, and one that begins four of them two units.
            var unit = bytes[countedBytes];
            countedUnits += (unit & 0xC0) == 0x80 ? 0 : unit >= 0xF0 ? 2 : 1;
        }
        return countedUnits;
    }

    private readonly int Place(JsonException wrong)
    {
        var at = 0;
        for (var lines = wrong.LineNumber ?? 0; lines > 0; lines--)
            at += 1 + bytes.AsSpan(at).IndexOf((byte)'\n');
        at = (int)Math.Min(bytes.Length, at + (wrong.BytePositionInLine ?? 0));
        return start + Encoding.UTF8.GetCharCount(bytes, 0, at);
    }
}
