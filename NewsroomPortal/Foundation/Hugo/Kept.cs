namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Which items of a list stay in place when it becomes another: a longest common subsequence.</summary>
internal static class Kept
{
    // 1,000 by 1,000 items; beyond that only a common beginning and end are kept.
    private const int MostCells = 1_000_000;

    /// <summary>Pairs of positions, rising in both lists.</summary>
    public static IReadOnlyList<(int Old, int Now)> Between(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var start = 0;
        while (start < Math.Min(old.Count, now.Count) && old[start] == now[start])
            start++;
        var end = 0;
        while (end < Math.Min(old.Count, now.Count) - start && old[^(end + 1)] == now[^(end + 1)])
            end++;

        var kept = Enumerable.Range(0, start).Select(index => (index, index)).ToList();
        kept.AddRange(Middle(old, start, old.Count - end, now, start, now.Count - end));
        kept.AddRange(Enumerable.Range(0, end).Select(index => (old.Count - end + index, now.Count - end + index)));
        return kept;
    }

    private static IEnumerable<(int, int)> Middle(
        IReadOnlyList<string> old, int oldFrom, int oldTo, IReadOnlyList<string> now, int nowFrom, int nowTo)
    {
        if ((long)(oldTo - oldFrom) * (nowTo - nowFrom) > MostCells)
            yield break;
        var longest = new int[oldTo - oldFrom + 1, nowTo - nowFrom + 1];
        for (var i = oldTo - 1; i >= oldFrom; i--)
        {
            for (var j = nowTo - 1; j >= nowFrom; j--)
            {
                longest[i - oldFrom, j - nowFrom] = old[i] == now[j]
                    ? longest[i - oldFrom + 1, j - nowFrom + 1] + 1
                    : Math.Max(longest[i - oldFrom + 1, j - nowFrom], longest[i - oldFrom, j - nowFrom + 1]);
            }
        }

        for (var (i, j) = (oldFrom, nowFrom); i < oldTo && j < nowTo;)
        {
            if (old[i] == now[j])
                yield return (i++, j++);
            else if (longest[i - oldFrom + 1, j - nowFrom] >= longest[i - oldFrom, j - nowFrom + 1])
                i++;
            else
                j++;
        }
    }
}
