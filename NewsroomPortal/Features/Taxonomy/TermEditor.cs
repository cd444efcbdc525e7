using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Taxonomy;

/// <summary>
/// Renames and deletes terms: a change to each article that has them, one act an article, so that typing is acknowledged in between. What
/// was broken off, or could not reach every article, is known by what is left of the old term, and can be done again.
/// </summary>
public sealed class TermEditor(TermActs acts, ArticleTermEdit edit, Following following, AuditTrail audit, IDbContextFactory<NewsroomDb> contexts)
{
    /// <summary>Which articles a rename or delete would touch.</summary>
    public async Task<TermReach> Reach(Actor who, TermKind kind, string name, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var articles =
            from use in db.Set<ArticleTerm>()
            join article in db.Set<Article>() on use.ArticleId equals article.Id
            where use.Kind == kind && use.Name == name
            select article;
        var counts = await articles.GroupBy(article => article.Working).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        // An admin who is neither journalist nor editor reads no articles, their headlines included.
        var approved = !ReviewRules.Reads(who) ? [] : await articles
            .Where(article => article.Working == WorkingState.Approved).OrderByDescending(article => article.UpdatedAtUtc)
            .Select(article => article.Headline).Take(TermReach.MostHeadlines).ToListAsync(cancel);
        return new TermReach(
            counts.GetValueOrDefault(WorkingState.Draft) + counts.GetValueOrDefault(WorkingState.InReview),
            counts.GetValueOrDefault(WorkingState.Approved), counts.GetValueOrDefault(WorkingState.Closed), approved);
    }

    public async Task<Outcome<TermResult>> Rename(
        Actor who, TermKind kind, string name, string newName, IProgress<TermProgress>? progress = null, CancellationToken cancel = default)
    {
        newName = newName.Trim();
        var begun = await acts.Do(who, db => BeginRename(db, who, kind, name, newName, cancel), cancel);
        return begun.IsDone ? await Change(who, new TermChange(kind, name, newName), progress, cancel) : begun.Refusal;
    }

    public async Task<Outcome<TermResult>> Delete(
        Actor who, TermKind kind, string name, IProgress<TermProgress>? progress = null, CancellationToken cancel = default)
    {
        var begun = await acts.Do(who, async db =>
        {
            if (await Find(db, kind, name, cancel) is null)
            {
                return Outcome.Refused("taxonomy.unknown", name);
            }
            audit.Record(db, who, "deleteTerm", subject: kind.Field(), from: name);
            return Outcome.Done;
        }, cancel);
        return begun.IsDone ? await Change(who, new TermChange(kind, name, null), progress, cancel) : begun.Refusal;
    }

    private async Task<Outcome> BeginRename(NewsroomDb db, Actor who, TermKind kind, string name, string newName, CancellationToken cancel)
    {
        if (await Find(db, kind, name, cancel) is not { } term)
        {
            return Outcome.Refused("taxonomy.unknown", name);
        }
        if (await db.Set<Term>().Where(other => other.Kind == kind && other.ReplacedBy == name).Select(other => other.Name).FirstOrDefaultAsync(cancel) is { } waiting)
        {
            return Outcome.Refused("taxonomy.unfinished", waiting, name);
        }
        if (term.ReplacedBy is { } begun && begun != newName)
        {
            return Outcome.Refused("taxonomy.unfinished", name, begun);
        }
        if (name == newName)
        {
            return Outcome.Refused("taxonomy.sameName", name);
        }
        if (term.ReplacedBy is null)
        {
            if (await acts.RefusalOfName(db, kind, newName, name, cancel) is { } refusal)
            {
                return refusal;
            }
            term.ReplacedBy = newName;
            db.Add(new Term { Kind = kind, Name = newName });
        }
        audit.Record(db, who, "renameTerm", subject: kind.Field(), from: name, to: newName);
        return Outcome.Done;
    }

    private async Task<TermResult> Change(Actor who, TermChange change, IProgress<TermProgress>? progress, CancellationToken cancel)
    {
        await following.Settled(cancel);
        var all = await Uses(change, cancel);
        var changed = 0;
        var left = new List<TermLeft>();
        for (var done = 0; done < all.Count; done++)
        {
            progress?.Report(new TermProgress(done, all.Count));
            var outcome = await edit.Apply(who, all[done].ArticleId, change, cancel);
            changed += outcome is { IsDone: true, Value: true } ? 1 : 0;
            if (!outcome.IsDone)
            {
                left.Add(all[done] with { Why = outcome.Refusal });
            }
        }
        await following.Settled(cancel);
        await acts.Do(who, async db =>
        {
            // A use that somebody typed meanwhile keeps the term: it is there to be seen, and the act can be repeated.
            if (!await db.Set<ArticleTerm>().AnyAsync(use => use.Kind == change.Kind && use.Name == change.From, cancel)
                && await Find(db, change.Kind, change.From, cancel) is { } term)
            {
                db.Remove(term);
            }
            return Outcome.Done;
        }, cancel);
        return new TermResult(changed, left);
    }

    private async Task<List<TermLeft>> Uses(TermChange change, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await (
            from use in db.Set<ArticleTerm>()
            join article in db.Set<Article>() on use.ArticleId equals article.Id
            where use.Kind == change.Kind && use.Name == change.From
            orderby article.Id
            select new TermLeft(article.Id, article.Headline, null)).ToListAsync(cancel);
    }

    private static Task<Term?> Find(NewsroomDb db, TermKind kind, string name, CancellationToken cancel) =>
        db.Set<Term>().FirstOrDefaultAsync(term => term.Kind == kind && term.Name == name, cancel);
}
