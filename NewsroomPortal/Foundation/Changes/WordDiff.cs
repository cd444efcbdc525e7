using System.Globalization;
using System.Text;

namespace NewsroomPortal.Foundation.Changes;

/// <summary>
/// Words that differ between two short texts: Latin letters and digits go by the word, Han and all else by the character as a reader sees it
/// (a grapheme cluster of Unicode's UAX #29), so nothing that belongs together is cut.
/// </summary>
internal static class WordDiff
{
    // A match this short between two larger edits is chance: 的 stays, and all around it has changed.
    const int ShortestMatch = 2;

    /// <summary>The stretches that differ within <paramref name="within"/>, in order; all of it where the texts differ too much.</summary>
    /// <param name="budget">How many words may still be looked at; what they take is taken off.</param>
    public static IReadOnlyList<TextSpans> Between(string old, string @new, TextSpans within, ref int budget)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        if (Words(old, within.OldFrom, within.OldTo, numbers, ref budget) is not { } a || Words(@new, within.NewFrom, within.NewTo, numbers, ref budget) is not { } b
            || GreedyDiff.Between(a.Numbers, b.Numbers) is not { } edits)
            return [within];
        return [.. Join(edits).Select(edit => new TextSpans(a.Starts[edit.OldFrom], a.Starts[edit.OldTo], b.Starts[edit.NewFrom], b.Starts[edit.NewTo]))];
    }

    static (List<int> Numbers, List<int> Starts)? Words(string text, int from, int to, Dictionary<string, int> known, ref int budget)
    {
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        List<int> numbers = [], starts = [from];
        while (from < to)
        {
            if (--budget < 0)
                return null;
            var word = text.AsSpan(from, WordLength(text.AsSpan(from..to)));
            if (!lookup.TryGetValue(word, out var number))
                lookup[word] = number = known.Count;
            numbers.Add(number);
            from += word.Length;
            starts.Add(from);
        }
        return (numbers, starts);
    }

    static int WordLength(ReadOnlySpan<char> text)
    {
        var length = StringInfo.GetNextTextElementLength(text);
        if (!IsOfWord(text))
            return length;
        while (length < text.Length && IsOfWord(text[length..]))
            length += StringInfo.GetNextTextElementLength(text[length..]);
        return length;
    }

    static bool IsOfWord(ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out var first, out _);
        return Rune.GetUnicodeCategory(first) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.DecimalDigitNumber;
    }

    static List<TextSpans> Join(List<TextSpans> edits)
    {
        var joined = new List<TextSpans>();
        foreach (var edit in edits)
        {
            if (joined.Count > 0 && edit.OldFrom - joined[^1].OldTo is var match && match <= ShortestMatch && match < Math.Min(Size(joined[^1]), Size(edit)))
                joined[^1] = joined[^1] with { OldTo = edit.OldTo, NewTo = edit.NewTo };
            else
                joined.Add(edit);
        }
        return joined;
    }

    static int Size(TextSpans edit) => Math.Max(edit.OldTo - edit.OldFrom, edit.NewTo - edit.NewFrom);
}
