namespace NewsroomPortal.Foundation.Changes;

/// <summary>Lines that differ between two texts.</summary>
internal static class LineDiff
{
    /// <summary>The stretches of whole lines that differ within <paramref name="within"/>, in order; all of it where the texts differ too much.</summary>
    public static IReadOnlyList<TextSpans> Between(string old, string @new, TextSpans within)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var a = Lines(old, within.OldFrom, within.OldTo, numbers);
        var b = Lines(@new, within.NewFrom, within.NewTo, numbers);
        if (GreedyDiff.Between(a.Numbers, b.Numbers) is not { } edits)
            return [within];
        return [.. edits.Select(edit => new TextSpans(a.Starts[edit.OldFrom], a.Starts[edit.OldTo], b.Starts[edit.NewFrom], b.Starts[edit.NewTo]))];
    }

    /// <summary>Each line as a number, equal lines as the same, and where each starts; one start more than lines.</summary>
    static (List<int> Numbers, List<int> Starts) Lines(string text, int from, int to, Dictionary<string, int> known)
    {
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        List<int> numbers = [], starts = [from];
        while (from < to)
        {
            var line = text.AsSpan(from..to);
            if (line.IndexOf('\n') is var end and >= 0)
                line = line[..(end + 1)];
            if (!lookup.TryGetValue(line, out var number))
                lookup[line] = number = known.Count;
            numbers.Add(number);
            from += line.Length;
            starts.Add(from);
        }
        return (numbers, starts);
    }
}
