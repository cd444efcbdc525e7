namespace NewsroomPortal.Foundation.Rendering;

/// <summary>Finds which blocks of one list live on in the next: first what both begin and end with, then blocks whose HTML occurs once in each, in order.</summary>
static class BlockMatch
{
    /// <summary>A stretch of the old list and the stretch of the new one that it becomes. Of equal length, they are matched one by one; otherwise the one replaces the other.</summary>
    public readonly record struct Run(int From, int Count, int At, int Inserted);

    /// <returns>Runs that cover both lists without a gap.</returns>
    public static List<Run> Runs(IReadOnlyList<KeyedBlock> old, IReadOnlyList<RenderedBlock> now)
    {
        var runs = new List<Run>();
        AddBetween(runs, old, now, 0, old.Count, 0, now.Count, useAnchors: true);
        return runs;
    }

    static void AddBetween(List<Run> runs, IReadOnlyList<KeyedBlock> old, IReadOnlyList<RenderedBlock> now, int from, int fromEnd, int at, int atEnd, bool useAnchors)
    {
        var prefix = 0;
        while (from + prefix < fromEnd && at + prefix < atEnd && old[from + prefix].Html == now[at + prefix].Html)
            prefix++;
        Add(runs, from, prefix, at, prefix);
        (from, at) = (from + prefix, at + prefix);
        var suffix = 0;
        while (fromEnd - suffix > from && atEnd - suffix > at && old[fromEnd - suffix - 1].Html == now[atEnd - suffix - 1].Html)
            suffix++;
        (fromEnd, atEnd) = (fromEnd - suffix, atEnd - suffix);
        if (useAnchors && fromEnd > from && atEnd > at)
        {
            foreach (var (oldAnchor, newAnchor) in Anchors(old, now, from, fromEnd, at, atEnd))
            {
                AddBetween(runs, old, now, from, oldAnchor, at, newAnchor, useAnchors: false);
                Add(runs, oldAnchor, 1, newAnchor, 1);
                (from, at) = (oldAnchor + 1, newAnchor + 1);
            }
            AddBetween(runs, old, now, from, fromEnd, at, atEnd, useAnchors: false);
        }
        else
        {
            Add(runs, from, fromEnd - from, at, atEnd - at);
        }
        Add(runs, fromEnd, suffix, atEnd, suffix);
    }

    static void Add(List<Run> runs, int from, int count, int at, int inserted)
    {
        if (count > 0 || inserted > 0)
            runs.Add(new Run(from, count, at, inserted));
    }

    /// <summary>Pairs of blocks whose HTML occurs once in either stretch, the longest rising sequence of them.</summary>
    static List<(int Old, int New)> Anchors(IReadOnlyList<KeyedBlock> old, IReadOnlyList<RenderedBlock> now, int from, int fromEnd, int at, int atEnd)
    {
        const int twice = -1;
        var places = new Dictionary<string, int>(fromEnd - from);
        for (var i = from; i < fromEnd; i++)
        {
            if (!places.TryAdd(old[i].Html, i))
                places[old[i].Html] = twice;
        }
        var seen = new Dictionary<string, int>(atEnd - at);
        for (var i = at; i < atEnd; i++)
        {
            if (!seen.TryAdd(now[i].Html, i))
                seen[now[i].Html] = twice;
        }
        var pairs = new List<(int Old, int New)>();
        for (var i = at; i < atEnd; i++)
        {
            if (seen[now[i].Html] == i && places.GetValueOrDefault(now[i].Html, twice) is not twice and var place)
                pairs.Add((place, i));
        }
        return LongestRising(pairs);
    }

    static List<(int Old, int New)> LongestRising(List<(int Old, int New)> pairs)
    {
        var tails = new List<int>();
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            int low = 0, high = tails.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[tails[middle]].Old < pairs[i].Old)
                    low = middle + 1;
                else
                    high = middle;
            }
            before[i] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
                tails.Add(i);
            else
                tails[low] = i;
        }
        var rising = new List<(int Old, int New)>(tails.Count);
        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = before[i])
            rising.Add(pairs[i]);
        rising.Reverse();
        return rising;
    }
}
