using System.Text;
using System.Text.Unicode;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// A Hugo content file as text, kept so that <c>ToBytes(Read(b)) == b</c> for every file of valid UTF-8.
/// Positions in <see cref="Text"/> are UTF-16 units.
/// </summary>
public sealed record HugoFile(FileShape Shape, string Text)
{
    private static readonly UTF8Encoding Utf8NoBom = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // So many on one side alone are no chance; the smallest front matter has more.
    private const int FewestZeros = 16;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Never converts: bytes that are not UTF-8 are refused, with the place of the first wrong one; so is UTF-16, which is UTF-8 by chance where all
    /// its letters are Latin ones.
    /// </summary>
    public static FileReading Read(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
            return new(null, Refusal(bytes, FirstWrongByte(bytes), LikelyEncoding.Of(bytes)));
        if (bytes.IndexOf((byte)0) is var zero && zero >= 0 && LikelyEncoding.Wide(bytes, FewestZeros) is { } wide)
            return new(null, Refusal(bytes, zero, wide));

        var bom = bytes.StartsWith(ByteOrderMark);
        var text = Utf8NoBom.GetString(bom ? bytes[ByteOrderMark.Length..] : bytes);
        return EndsEveryLineWithCrLf(text)
            ? new(new(new(bom, "\r\n"), text.Replace("\r\n", "\n", StringComparison.Ordinal)), null)
            : new(new(new(bom, "\n"), text), null);
    }

    /// <exception cref="EncoderFallbackException">The text holds half of a surrogate pair, which no UTF-8 file can.</exception>
    public byte[] ToBytes()
    {
        var text = Shape.NewLine == "\n" ? Text : Text.Replace("\n", Shape.NewLine, StringComparison.Ordinal);
        var start = Shape.Bom ? ByteOrderMark.Length : 0;
        var bytes = new byte[start + Utf8NoBom.GetByteCount(text)];
        ByteOrderMark[..start].CopyTo(bytes);
        Utf8NoBom.GetBytes(text, bytes.AsSpan(start));
        return bytes;
    }

    private static FileRefusal Refusal(ReadOnlySpan<byte> bytes, int offset, string? encoding) =>
        new("hugo.file.not-utf8", offset, 1 + bytes[..offset].Count((byte)'\n'), encoding);

    private static int FirstWrongByte(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
            offset += length;
        return offset;
    }

    private static bool EndsEveryLineWithCrLf(string text)
    {
        var crLf = 0;
        for (var at = text.IndexOf('\r'); at >= 0; crLf++)
        {
            if (at + 1 == text.Length || text[at + 1] != '\n')
                return false;
            var next = text.AsSpan(at + 2).IndexOf('\r');
            at = next < 0 ? -1 : at + 2 + next;
        }
        return crLf > 0 && crLf == text.AsSpan().Count('\n');
    }
}
