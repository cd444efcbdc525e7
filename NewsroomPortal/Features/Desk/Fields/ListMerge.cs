namespace NewsroomPortal.Features.Desk.Fields;

/// <summary>
/// Brings one person's edit of a list to a list that somebody else has changed meanwhile: what they added and took away is added
/// and taken away there too, and what they moved keeps the order they gave it.
/// </summary>
public static class ListMerge
{
    public static IReadOnlyList<string> Merge(IReadOnlyList<string> shown, IReadOnlyList<string> wanted, IReadOnlyList<string> current)
    {
        if (current.SequenceEqual(shown))
        {
            return wanted;
        }
        var merged = current.Where(item => wanted.Contains(item) || !shown.Contains(item)).ToList();
        if (HasMoved(shown, wanted))
        {
            PutInOrder(merged, wanted);
        }
        for (var at = 0; at < wanted.Count; at++)
        {
            if (!shown.Contains(wanted[at]) && !merged.Contains(wanted[at]))
            {
                merged.Insert(PlaceAfter(merged, wanted, at), wanted[at]);
            }
        }
        return merged;
    }

    private static bool HasMoved(IReadOnlyList<string> shown, IReadOnlyList<string> wanted) =>
        !shown.Where(wanted.Contains).SequenceEqual(wanted.Where(shown.Contains));

    /// <summary>The items that both lists hold change places among themselves; the others stay where they are.</summary>
    private static void PutInOrder(List<string> merged, IReadOnlyList<string> wanted)
    {
        var ordered = new Queue<string>(wanted.Where(merged.Contains).Distinct());
        var taken = new HashSet<string>();
        for (var at = 0; at < merged.Count; at++)
        {
            if (wanted.Contains(merged[at]) && taken.Add(merged[at]) && ordered.Count > 0)
            {
                merged[at] = ordered.Dequeue();
            }
        }
    }

    /// <summary>After the nearest item that stood before it in the list that was wanted.</summary>
    private static int PlaceAfter(List<string> merged, IReadOnlyList<string> wanted, int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            var place = merged.LastIndexOf(wanted[before]);
            if (place >= 0)
            {
                return place + 1;
            }
        }
        return at == 0 && wanted.Count > 1 ? 0 : merged.Count;
    }
}
