namespace NewsroomPortal.Foundation.Changes;

/// <summary>
/// Moves a late push over what was accepted since. Ported from rebaseUpdates of @codemirror/collab 6.1, MIT License,
/// Copyright (C) 2018-2021 by Marijn Haverbeke and others.
/// </summary>
public static class UpdateRebase
{
    /// <summary>
    /// The <paramref name="updates"/> that are new, so that they apply after <paramref name="over"/>. Both start from the
    /// same text. Those that <paramref name="over"/> holds already, known by client id and order, are left out: a push
    /// that arrives twice is harmless.
    /// </summary>
    /// <exception cref="ArgumentException">The updates do not start from the text that <paramref name="over"/> starts from.</exception>
    public static IReadOnlyList<Update> Rebase(IReadOnlyList<Update> updates, IReadOnlyList<Update> over)
    {
        ArgumentNullException.ThrowIfNull(updates);
        ArgumentNullException.ThrowIfNull(over);
        if (updates.Count == 0 || over.Count == 0)
            return updates;

        // What others changed, moved behind the own updates passed so far.
        ChangeSet? foreign = null;
        var known = 0;
        foreach (var accepted in over)
        {
            if (known < updates.Count && updates[known].ClientId == accepted.ClientId)
            {
                foreign = foreign?.Map(updates[known].Changes, before: true);
                known++;
            }
            else
            {
                foreign = foreign?.Compose(accepted.Changes) ?? accepted.Changes;
            }
        }

        if (foreign is null)
            return [.. updates.Skip(known)];
        var rebased = new List<Update>(updates.Count - known);
        foreach (var update in updates.Skip(known))
        {
            rebased.Add(update with { Changes = update.Changes.Map(foreign) });
            foreign = foreign.Map(update.Changes, before: true);
        }
        return rebased;
    }
}
