using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsroomPortal.Foundation.Changes;

/// <summary>
/// Halves of surrogate pairs in JSON strings. An editor that turns one emoji into its neighbour may send only the unit
/// that differs; JavaScript writes such a half as an escape, which System.Text.Json neither reads nor writes.
/// </summary>
internal static class HalfPairs
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool AreIn(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (IsHalf(text, at))
                return true;
            text = text[(at + 2)..];
        }
        return false;
    }

    /// <summary>The text as a JSON string, quoted.</summary>
    public static string Escape(ReadOnlySpan<char> text)
    {
        var json = new StringBuilder("\"");
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (!IsHalf(text, at))
            {
                at++;
                continue;
            }
            json.Append(JsonEncodedText.Encode(text[start..at], JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
            json.Append("\\u").Append(((int)text[at]).ToString("x4", CultureInfo.InvariantCulture));
            start = at + 1;
        }
        json.Append(JsonEncodedText.Encode(text[start..], JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        return json.Append('"').ToString();
    }

    /// <summary>The string that the reader stands on.</summary>
    /// <exception cref="FormatException">Its bytes are not UTF-8.</exception>
    public static string Unescape(ref Utf8JsonReader reader)
    {
        var raw = Decode(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
                continue;
            }
            switch (raw[++at])
            {
                case 'u':
                    text.Append((char)Convert.ToUInt16(raw.Substring(at + 1, 4), 16));
                    at += 4;
                    break;
                case 'b': text.Append('\b'); break;
                case 'f': text.Append('\f'); break;
                case 'n': text.Append('\n'); break;
                case 'r': text.Append('\r'); break;
                case 't': text.Append('\t'); break;
                default: text.Append(raw[at]); break;
            }
        }
        return text.ToString();
    }

    static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException("An inserted line is not valid UTF-8", e);
        }
    }

    static bool IsHalf(ReadOnlySpan<char> text, int at) =>
        char.IsLowSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]);
}
