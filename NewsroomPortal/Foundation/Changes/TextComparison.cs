namespace NewsroomPortal.Foundation.Changes;

/// <summary>Two texts side by side, for people to read: passages of lines that differ and, within them, the words or Han characters.</summary>
public static class TextComparison
{
    // Beyond this a passage is shown as lines out and lines in: some 100 ms of work, and nobody reads so many marks.
    const int MostWords = 200_000;

    /// <summary>
    /// The passages that differ, in order; none where the texts are the same. Every edit ends where a character as a reader sees it ends. The
    /// time is bounded: texts that differ too much come as fewer, larger passages.
    /// </summary>
    public static IReadOnlyList<TextPassage> Between(string old, string @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        if (old == @new)
            return [];
        var budget = MostWords;
        var passages = new List<TextPassage>();
        foreach (var lines in LineDiff.Between(old, @new, new TextSpans(0, old.Length, 0, @new.Length).Trim(old, @new).WidenToLines(old)))
            passages.Add(new TextPassage(lines, WordDiff.Between(old, @new, lines, ref budget)));
        return passages;
    }

    /// <summary>A change of the new text that puts what the old one has into these passages' edits, and leaves all else.</summary>
    public static ChangeSet Back(string old, string @new, IEnumerable<TextPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        ArgumentNullException.ThrowIfNull(passages);
        return ChangeSet.Of(@new.Length, passages.SelectMany(passage => passage.Edits)
            .Select(edit => new TextSplice(edit.NewFrom, edit.NewTo, old[edit.OldFrom..edit.OldTo])));
    }
}
