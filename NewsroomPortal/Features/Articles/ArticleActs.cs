using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Articles;

/// <summary>
/// Every act on an article passes here: in the article's turn and one transaction, after the version that the person saw and the one
/// table of rules have been asked; done, it is in the audit trail, refused, nothing has happened.
/// </summary>
public sealed class ArticleActs(Authority authority, Approvals approvals, AuditTrail audit)
{
    /// <summary>The word of a refusal because the text has changed since the person saw it; its values are the version seen and the newest.</summary>
    public const string Newer = "articles.newer";

    /// <param name="versionSeen">The version on the person's screen, for acts that speak of a text.</param>
    public Task<Outcome> Do(
        ArticleAct act, Actor who, long articleId, int? versionSeen, Func<ArticleTurn, Task<Outcome>> change, CancellationToken cancel = default) =>
        authority.Act(articleId, who, turn => Take(turn, act, who, versionSeen, change, cancel), cancel);

    public Task<Outcome> Delete(Actor who, long articleId, CancellationToken cancel = default) =>
        authority.Delete(articleId, who, turn => Take(turn, ArticleAct.Delete, who, versionSeen: null, gone =>
        {
            gone.Db.Remove(gone.Article);
            return Task.FromResult(Outcome.Done);
        }, cancel), cancel);

    private async Task<Outcome> Take(
        Turn turn, ArticleAct act, Actor who, int? versionSeen, Func<ArticleTurn, Task<Outcome>> change, CancellationToken cancel)
    {
        var head = turn.Head.Version;
        var article = await turn.Db.FindAsync<Article>([turn.Head.DocumentId], cancel);
        if (article is null || !ReviewRules.Reads(who))
        {
            return Outcome.Refused("editing.unknown");
        }
        await approvals.VoidIfChanged(turn.Db, article, head, cancel);
        if (versionSeen is { } seen && seen != head)
        {
            return Outcome.Refused(Newer, seen, head);
        }
        if (ReviewRules.Refusal(act, who, article, head) is { } refusal)
        {
            return refusal;
        }
        var before = article.States();
        var taken = new ArticleTurn(turn, article);
        var outcome = await change(taken);
        if (outcome.IsDone)
        {
            audit.Record(
                turn.Db, who, act.Spell(), article.Id, subject: act == ArticleAct.Delete ? article.Headline : null, from: before, to: article.States(),
                version: taken.Version, sha256: taken.Sha256, reason: taken.Reason, waived: taken.Waived);
        }
        return outcome;
    }
}
