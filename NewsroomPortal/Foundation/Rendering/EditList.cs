namespace NewsroomPortal.Foundation.Rendering;

/// <summary>Edits as they are found, from the first block to the last.</summary>
sealed class EditList(int capacity)
{
    int position, shift;

    public List<PreviewEdit> Edits { get; } = new(Math.Min(capacity, 4));

    /// <summary>A block that stays, perhaps on other lines, perhaps with other HTML.</summary>
    public KeyedBlock Keep(KeyedBlock old, RenderedBlock now)
    {
        var (first, last) = (now.FirstLine - old.FirstLine - shift, now.LastLine - old.LastLine - shift);
        var isSame = old.Html == now.Html;
        if (!isSame)
            Edits.Add(Splice(old.Html, now));
        else if (first == last && first != 0)
            Shift(first);
        else if (first != last)
            Edits.Add(new PreviewEdit { At = position, FirstLine = now.FirstLine, LastLine = now.LastLine });
        position++;
        if (isSame && old.FirstLine == now.FirstLine && old.LastLine == now.LastLine)
            return old;
        // The old text, where it is the same: the new one then dies young, and a key costs the collector nothing.
        return new KeyedBlock(old.Key, now.FirstLine, now.LastLine, isSame ? old.Html : now.Html);
    }

    public void Replace(int removed, IReadOnlyList<KeyedBlock> inserted)
    {
        Edits.Add(new PreviewEdit
        {
            At = position,
            Removed = removed == 0 ? null : removed,
            Inserted = inserted.Count == 0 ? null : inserted,
        });
        position += inserted.Count;
    }

    void Shift(int lines)
    {
        shift += lines;
        if (Edits.Count > 0 && Edits[^1].Next == position)
            Edits[^1] = Edits[^1] with { Shift = (Edits[^1].Shift ?? 0) + lines };
        else
            Edits.Add(new PreviewEdit { At = position, Shift = lines });
    }

    PreviewEdit Splice(string old, RenderedBlock now)
    {
        var prefix = old.AsSpan().CommonPrefixLength(now.Html);
        if (prefix > 0 && char.IsHighSurrogate(old[prefix - 1]))
            prefix--;
        var most = Math.Min(old.Length, now.Html.Length) - prefix;
        var suffix = 0;
        while (suffix < most && old[^(suffix + 1)] == now.Html[^(suffix + 1)])
            suffix++;
        if (suffix > 0 && char.IsLowSurrogate(old[^suffix]))
            suffix--;
        return new PreviewEdit
        {
            At = position,
            FirstLine = now.FirstLine,
            LastLine = now.LastLine,
            Prefix = prefix,
            Suffix = suffix,
            Text = now.Html[prefix..^suffix],
        };
    }
}
