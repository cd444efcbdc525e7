using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsroomPortal.Foundation.Changes;

/// <summary>The JSON of a ChangeSet. The format is that of ChangeSet.toJSON in @codemirror/state 6.7.6.</summary>
internal static class ChangeSetJson
{
    // Han text stays as it is: three bytes a character in the log instead of six.
    static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Write(ChangeSet changes)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Compact))
            changes.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<int> sections, ReadOnlySpan<char> inserted)
    {
        writer.WriteStartArray();
        for (var i = 0; i < sections.Length; i += 2)
        {
            var (length, insert) = (sections[i], sections[i + 1]);
            if (insert < 0)
            {
                writer.WriteNumberValue(length);
                continue;
            }
            writer.WriteStartArray();
            writer.WriteNumberValue(length);
            if (insert > 0)
            {
                var text = inserted[..insert];
                foreach (var line in text.Split('\n'))
                    WriteLine(writer, text[line]);
                inserted = inserted[insert..];
            }
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }

    public static ChangeSet Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var reader = new Utf8JsonReader(StrictUtf8.GetBytes(json));
            var changes = Read(ref reader);
            return reader.Read() ? throw new FormatException("A change is followed by more JSON") : changes;
        }
        catch (Exception e) when (e is JsonException or EncoderFallbackException)
        {
            throw new FormatException($"A change is not valid JSON: {e.Message}", e);
        }
    }

    public static ChangeSet Read(ref Utf8JsonReader reader)
    {
        var writer = new SectionWriter([]);
        try
        {
            ReadSections(ref reader, ref writer);
            return new ChangeSet(writer.Sections(), writer.Text());
        }
        catch (JsonException e)
        {
            throw new FormatException($"A change is not valid JSON: {e.Message}", e);
        }
        finally
        {
            writer.Dispose();
        }
    }

    static void ReadSections(ref Utf8JsonReader reader, ref SectionWriter writer)
    {
        if (reader.TokenType == JsonTokenType.None)
            Advance(ref reader);
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new FormatException($"A change is a JSON array, not {reader.TokenType}");
        long length = 0, newLength = 0;
        while (Advance(ref reader) != JsonTokenType.EndArray)
        {
            var (old, insert) = ReadSection(ref reader, ref writer);
            writer.Add(old, insert);
            length += old;
            newLength += insert < 0 ? old : insert;
            if (length > ChangeSet.MaxLength || newLength > ChangeSet.MaxLength)
                throw new FormatException($"A change from {length} to {newLength} units is longer than any text, at most {ChangeSet.MaxLength}");
        }
    }

    static (int Length, int Insert) ReadSection(ref Utf8JsonReader reader, ref SectionWriter writer)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return (ReadLength(ref reader), -1);
        Advance(ref reader);
        var length = ReadLength(ref reader);
        var before = writer.TextLength;
        for (var lines = 0; Advance(ref reader) != JsonTokenType.EndArray; lines++)
        {
            if (reader.TokenType != JsonTokenType.String)
                throw new FormatException($"An inserted line is a string, not {reader.TokenType}");
            if (lines > 0)
                writer.Append("\n");
            ReadLine(ref reader, ref writer);
        }
        return (length, writer.TextLength - before);
    }

    static int ReadLength(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
            throw new FormatException($"A section of a change begins with its length, not {reader.TokenType}");
        if (!reader.TryGetInt32(out var length) || length < 0)
            throw new FormatException($"The length of a section is a whole number from 0 to {int.MaxValue}");
        return length;
    }

    static void ReadLine(ref Utf8JsonReader reader, ref SectionWriter writer)
    {
        var bytes = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        // A byte of UTF-8 never makes more than one UTF-16 unit.
        var room = writer.Reserve(bytes);
        try
        {
            writer.Advance(reader.CopyString(room));
        }
        catch (InvalidOperationException)
        {
            writer.Append(HalfPairs.Unescape(ref reader));
        }
    }

    static JsonTokenType Advance(ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new FormatException("A change ends too early");

    static void WriteLine(Utf8JsonWriter writer, ReadOnlySpan<char> line)
    {
        if (HalfPairs.AreIn(line))
            writer.WriteRawValue(HalfPairs.Escape(line), skipInputValidation: true);
        else
            writer.WriteStringValue(line);
    }
}
