using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Editing;

/// <summary>What the portal puts right in a text after each turn, so that every version can be written as a file.</summary>
internal static class TextMending
{
    /// <summary>
    /// Half a surrogate pair, left where two people change one emoji at once, becomes U+FFFD, since no UTF-8 file can hold it. A closing
    /// fence at the end of the file gets its newline, so that the body begins on a line of its own.
    /// </summary>
    public static ChangeSet Mend(string text)
    {
        var whole = WholePairs(text);
        return whole.Compose(FrontMatter.Close(whole.Apply(text)));
    }

    private static ChangeSet WholePairs(string text)
    {
        if (!HalfPairs.AreIn(text))
        {
            return ChangeSet.Empty(text.Length);
        }
        var halves = new List<TextSplice>();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                halves.Add(new TextSplice(i, i + 1, "\uFFFD"));
            }
        }
        return ChangeSet.Of(text.Length, halves);
    }
}
