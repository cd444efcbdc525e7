using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// A cautious guess at how a text that is not UTF-8 was written, by the names that <c>iconv</c> knows; for whoever must convert the file, since
/// nothing is converted here.
/// </summary>
public static class LikelyEncoding
{
    /// <summary>Half characters written as three bytes each, as old Java and databases do; <c>iconv</c> does not know it.</summary>
    public const string HalfCharacters = "CESU-8";

    // Enough characters to tell by, however long the file.
    private const int Sample = 64 * 1024;

    // Big5 read as GB18030, or the other way round, gives Han characters too, but hardly ever the everyday ones.
    private static readonly SearchValues<char> Everyday = SearchValues.Create(
        "的一是不了在人有我他這这中大來来上國国個个到說说們们為为子和你地出道也時时年得就那要下以生會会自著着去之過过家學学對对可里裡後后小麼么心多天而能好都然沒没日於于起還还發发成事只作當当想看文無无開开手十用主行方又如前所本見见經经头頭面公同三已老從从動动兩两長长港新聞闻今早"
        + "，。、「」：；（）！？《》");

    /// <summary>Null where nothing speaks for one.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        return ByMark(sample) ?? Wide(sample, fewest: 1) ?? (IsHalves(bytes) ? HalfCharacters : Chinese(sample)) ?? (IsWestern(sample) ? "Windows-1252" : null);
    }

    /// <summary>The kind of UTF-16 that was written without a mark, also where its bytes happen to be UTF-8; null: none.</summary>
    /// <param name="fewest">How many zero bytes it must have at least.</param>
    internal static string? Wide(ReadOnlySpan<byte> bytes, int fewest)
    {
        bytes = bytes[..Math.Min(bytes.Length, Sample)];
        var (even, odd) = (0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == 0)
                _ = at % 2 == 0 ? even++ : odd++;
        }
        // Each line break and each Latin letter has one zero byte, always on the same side; on the other side only few Han characters have one.
        fewest = Math.Max(fewest, bytes.Length / 40);
        return odd >= fewest && odd > 3 * even && IsText(bytes, Encoding.Unicode) ? "UTF-16LE"
            : even >= fewest && even > 3 * odd && IsText(bytes, Encoding.BigEndianUnicode) ? "UTF-16BE"
            : null;
    }

    private static string? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => "UTF-32LE",
        [0, 0, 0xFE, 0xFF, ..] => "UTF-32BE",
        [0xFF, 0xFE, ..] => "UTF-16LE",
        [0xFE, 0xFF, ..] => "UTF-16BE",
        _ => null,
    };

    private static bool IsText(ReadOnlySpan<byte> bytes, Encoding encoding) =>
        Decode(bytes, encoding.CodePage) is { Length: > 1 } text && !text.EnumerateRunes().Any(rune => rune.Value is < ' ' and not ('\t' or '\n' or '\r')
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    /// <summary>Whether all would be UTF-8 but for halves of surrogate pairs.</summary>
    private static bool IsHalves(ReadOnlySpan<byte> bytes)
    {
        var halves = 0;
        while (!bytes.IsEmpty)
        {
            if (bytes is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, .. var rest])
            {
                halves++;
                bytes = rest;
                continue;
            }
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) != OperationStatus.Done)
                return false;
            bytes = bytes[length..];
        }
        return halves > 0;
    }

    private static string? Chinese(ReadOnlySpan<byte> bytes)
    {
        var (big5, gb18030) = (EverydayShare(bytes, 950), EverydayShare(bytes, 54936));
        const double Least = 0.08;
        return big5 >= Least && big5 > 2 * gb18030 ? "Big5-HKSCS"
            : gb18030 >= Least && gb18030 > 2 * big5 ? "GB18030"
            : null;
    }

    private static double EverydayShare(ReadOnlySpan<byte> bytes, int codePage)
    {
        var wide = Decode(bytes, codePage)?.Where(unit => unit > '\u007F').ToList();
        return wide is { Count: > 0 } ? (double)wide.Count(Everyday.Contains) / wide.Count : 0;
    }

    /// <summary>Single accented letters and printer's marks among Latin letters.</summary>
    private static bool IsWestern(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0) || Decode(bytes, 1252) is not { } text)
            return false;
        var accented = text.Where(unit => unit > '\u007F').ToList();
        return accented.Count * 4 <= text.Length && accented.TrueForAll(unit => char.IsLetter(unit) || "‘’“”–—…«»©°·€\u00A0".Contains(unit, StringComparison.Ordinal));
    }

    /// <summary>Null where it has bytes that this encoding never writes. The sample may end inside a character.</summary>
    private static string? Decode(ReadOnlySpan<byte> bytes, int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        var units = new char[encoding.GetMaxCharCount(bytes.Length)];
        try
        {
            var count = encoding.GetDecoder().GetChars(bytes, units, flush: bytes.Length < Sample);
            return new string(units, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
