namespace NewsroomPortal.Foundation.Changes;

/// <summary>
/// What differs between two lists of numbers, by the greedy method of E. W. Myers, "An O(ND) Difference Algorithm and Its
/// Variations" (1986), given up where they differ too much.
/// </summary>
internal static class GreedyDiff
{
    // The cost is numbers x edits in time and edits squared in memory: this many are about a megabyte.
    const int MostEdits = 400;

    /// <summary>The stretches that differ, as indexes, in order; null where finding them is more than it is worth.</summary>
    public static List<TextSpans>? Between(List<int> a, List<int> b) => Rounds(a, b) is { } rounds ? Edits(rounds, a.Count, b.Count) : null;

    /// <summary>
    /// For each number of edits, how far into A they lead on each diagonal (index of A less index of B), up to the number
    /// that leads to both ends; null where that is more than is worth it.
    /// </summary>
    static List<int[]>? Rounds(List<int> a, List<int> b)
    {
        var rounds = new List<int[]>();
        int[] last = [0];
        for (var edits = 0; edits <= MostEdits; edits++)
        {
            var reached = new int[2 * edits + 1];
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = edits == 0 ? 0 : Step(last, edits, diagonal, out _);
                while (x < a.Count && x - diagonal < b.Count && a[x] == b[x - diagonal])
                    x++;
                reached[diagonal + edits] = x;
                if (x >= a.Count && x - diagonal >= b.Count)
                {
                    rounds.Add(reached);
                    return rounds;
                }
            }
            rounds.Add(reached);
            last = reached;
        }
        return null;
    }

    /// <summary>Where one more edit leads on a diagonal: the better of a number of B inserted and a number of A deleted.</summary>
    static int Step(int[] last, int edits, int diagonal, out bool inserts)
    {
        // The round before has diagonals from -(edits - 1) to edits - 1.
        var above = diagonal + edits;
        inserts = diagonal == -edits || diagonal != edits && last[above - 2] < last[above];
        return inserts ? last[above] : last[above - 2] + 1;
    }

    /// <summary>Walks the rounds back from both ends; neighbouring edits become one.</summary>
    static List<TextSpans> Edits(List<int[]> rounds, int x, int y)
    {
        var found = new List<TextSpans>();
        for (var edits = rounds.Count - 1; edits > 0; edits--)
        {
            var diagonal = x - y;
            var toX = Step(rounds[edits - 1], edits, diagonal, out var inserts);
            var toY = toX - diagonal;
            var edit = inserts ? new TextSpans(toX, toX, toY - 1, toY) : new TextSpans(toX - 1, toX, toY, toY);
            if (found.Count > 0 && found[^1].OldFrom == toX && found[^1].NewFrom == toY)
                found[^1] = edit with { OldTo = found[^1].OldTo, NewTo = found[^1].NewTo };
            else
                found.Add(edit);
            (x, y) = (edit.OldFrom, edit.NewFrom);
        }
        found.Reverse();
        return found;
    }
}
