namespace NewsroomPortal.Foundation.Rendering;

/// <summary>
/// Keeps the list of blocks of one preview and says how each new rendering differs from it, so that a key sends what changed and no more,
/// however long the article. Not thread-safe: called in the article's turn.
/// </summary>
public sealed class BlockDiffer
{
    List<KeyedBlock> blocks = [];
    string? why;
    int lastKey;

    /// <summary>Number of the list that the pane should have; 0 before the first.</summary>
    public int Seq { get; private set; }

    public IReadOnlyList<KeyedBlock> Blocks => blocks;

    /// <summary>Takes in a rendering. The first, and one that is plain text where the last was not or the reverse, gives the whole list.</summary>
    public PreviewMessage Next(RenderedText text)
    {
        Seq++;
        var isWhole = Seq == 1 || text.OverBudget != why;
        why = text.OverBudget;
        var edits = isWhole ? null : Change(text.Blocks);
        if (!isWhole)
            return new PreviewMessage(Seq, null, null, edits);
        blocks = [.. text.Blocks.Select(Keyed)];
        return Full();
    }

    /// <summary>The list again as it is now, for a pane that lost its place.</summary>
    public PreviewMessage Full() => new(Seq, blocks.ToArray(), why, null);

    KeyedBlock Keyed(RenderedBlock block) => new(++lastKey, block.FirstLine, block.LastLine, block.Html);

    List<PreviewEdit> Change(IReadOnlyList<RenderedBlock> to)
    {
        var steps = new EditList(blocks.Count);
        var next = new List<KeyedBlock>(to.Count);
        foreach (var (from, count, at, inserted) in BlockMatch.Runs(blocks, to))
        {
            if (count == inserted)
            {
                for (var i = 0; i < count; i++)
                    next.Add(steps.Keep(blocks[from + i], to[at + i]));
                continue;
            }
            var fresh = new List<KeyedBlock>(inserted);
            for (var i = 0; i < inserted; i++)
                fresh.Add(Keyed(to[at + i]));
            steps.Replace(count, fresh);
            next.AddRange(fresh);
        }
        blocks = next;
        return steps.Edits;
    }
}
