using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Features.Desk.History;

/// <summary>Brings back what an article once said, as a new change: nothing is ever taken out of the log.</summary>
public sealed class Restorer(ArticleActs acts, Authority authority, DocumentAccessPolicy policy)
{
    /// <summary>The whole text becomes that of a version, byte for byte. An act of its own in the audit trail.</summary>
    /// <param name="versionSeen">The version on the person's screen: refused where somebody wrote meanwhile.</param>
    /// <returns>The version that it made.</returns>
    public async Task<Outcome<int>> Whole(Actor who, long articleId, int versionSeen, int version, CancellationToken cancel = default)
    {
        var past = await authority.ReadAt(articleId, version, cancel);
        var made = 0;
        var outcome = await acts.Do(ArticleAct.Restore, who, articleId, versionSeen, turn =>
        {
            if (past is null)
            {
                return Task.FromResult(Outcome.Refused("editing.noSuchVersion", version, turn.Head.Version));
            }
            if (past.Text == turn.Text.Text)
            {
                return Task.FromResult(Outcome.Refused("desk.history.same", version));
            }
            turn.Change(TextDiff.Between(turn.Text.Text, past.Text));
            turn.Reason = $"v{version}";
            made = turn.Text.Version;
            return Task.FromResult(Outcome.Done);
        }, cancel);
        return outcome.IsDone ? made : outcome.Refusal;
    }

    /// <summary>
    /// Puts the older version's words back into one passage of the comparison of two versions, or into all of them, moved over what was written
    /// since the newer one. Where that touches the passage itself, it is refused: nobody's newer words are overwritten.
    /// </summary>
    /// <param name="older">0: the empty text before the first version.</param>
    /// <param name="passage">Its number in <see cref="TextComparison"/>; null: all of them.</param>
    /// <returns>The version that it made.</returns>
    public async Task<Outcome<int>> Passage(Actor who, long articleId, int older, int newer, int? passage, CancellationToken cancel = default)
    {
        if (!(await policy.Access(who, articleId, cancel)).MayRead || await authority.ReadAt(articleId, newer, cancel) is not { } after)
        {
            return new Refusal("editing.unknown");
        }
        var before = older == 0 ? "" : (await authority.ReadAt(articleId, older, cancel))?.Text;
        var passages = before is null ? [] : TextComparison.Between(before, after.Text);
        if (before is null || passage >= passages.Count || passages.Count == 0)
        {
            return new Refusal("desk.history.same", older);
        }
        var chosen = passage is { } one ? [passages[one]] : passages;
        // A long way from there to here is gone before the turn, so that nobody waits for it.
        var since = await Since(articleId, ChangeSet.Empty(after.Text.Length), newer, cancel);
        return await Put(who, articleId, chosen, TextComparison.Back(before, after.Text, chosen), since, cancel);
    }

    private async Task<Outcome<int>> Put(
        Actor who, long articleId, IReadOnlyList<TextPassage> passages, ChangeSet back, (ChangeSet Changes, int Version) since, CancellationToken cancel)
    {
        var made = 0;
        var outcome = await authority.Act(articleId, who, async turn =>
        {
            if ((await policy.Access(who, articleId, cancel)).WhyNot is { } forbidden)
            {
                return forbidden;
            }
            var (changes, _) = await Since(articleId, since.Changes, since.Version, cancel);
            if (Touches(changes, passages))
            {
                return Outcome.Refused("desk.history.overwritten", turn.Head.Version);
            }
            turn.Change(back.Map(changes));
            made = turn.Text.Version;
            return Outcome.Done;
        }, cancel);
        return outcome.IsDone ? made : outcome.Refusal;
    }

    /// <summary>The changes up to a version and all that came after it, as one; in the article's turn nobody adds to it.</summary>
    private async Task<(ChangeSet Changes, int Version)> Since(long articleId, ChangeSet changes, int version, CancellationToken cancel)
    {
        LogStretch stretch;
        do
        {
            stretch = await authority.Updates(articleId, version, cancel);
            changes = stretch.Updates.Aggregate(changes, (sum, update) => sum.Compose(update.Changes));
            version = stretch.Version;
        }
        while (stretch.More);
        return (changes, version);
    }

    /// <summary>Whether any of the changes reaches into what a passage would put back; for words that were taken out, whether it stands just there.</summary>
    private static bool Touches(ChangeSet changes, IReadOnlyList<TextPassage> passages)
    {
        var edits = passages.SelectMany(passage => passage.Edits).ToList();
        return changes.Changes.Any(change => edits.Exists(edit => edit.NewFrom == edit.NewTo
            ? change.FromA <= edit.NewFrom && change.ToA >= edit.NewFrom
            : change.FromA < edit.NewTo && change.ToA > edit.NewFrom));
    }
}
