using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Articles;

/// <summary>Where articles come from and go to: created, assigned, named, and deleted while they were never published.</summary>
public sealed class ArticleShelf(
    Authority authority, ArticleActs acts, ArticlePaths paths, SiteClock site, AuditTrail audit, IDbContextFactory<NewsroomDb> contexts)
{
    /// <summary>A new draft with the newsroom's own front matter, dated now; the value is its id.</summary>
    public Task<Outcome<long>> Create(Actor who, CancellationToken cancel = default) => Create(who, file: null, cancel);

    /// <summary>A new draft of a file that somebody has; one without front matter gets the newsroom's own.</summary>
    public async Task<Outcome<long>> Create(Actor who, HugoFile? file, CancellationToken cancel = default)
    {
        if (ReviewRules.RefusalToCreate(who) is { } refusal)
        {
            return refusal;
        }
        var now = site.Now;
        file ??= new HugoFile(new FileShape(Bom: false, "\n"), "");
        if (FrontMatter.Read(file.Text).Format == FrontMatterFormat.None)
        {
            file = file with { Text = DefaultFrontMatter.Compose(site.WriteNow()) + file.Text };
        }
        return await authority.Create(file, who, async (db, text) =>
        {
            var path = await paths.Find(db, null, DateOnly.FromDateTime(now.DateTime), slug: null, isTaken: _ => false, cancel);
            if (!path.IsDone)
            {
                return path.Refusal;
            }
            var article = new Article
            {
                Id = text.DocumentId,
                Path = path.Value.Value,
                PathKey = path.Value.Key,
                OwnerId = who.PersonId,
                Working = WorkingState.Draft,
                CreatedAtUtc = now.UtcDateTime,
                UpdatedAtUtc = now.UtcDateTime,
            };
            db.Add(article);
            audit.Record(
                db, who, ArticleAct.Create.Spell(), article.Id, to: article.States(), version: text.Version, sha256: TextHash.Of(text));
            return Outcome.Done;
        }, cancel);
    }

    /// <summary>Takes a draft that was never published away for good, with its history; the audit trail keeps that it was.</summary>
    public Task<Outcome> Delete(Actor who, long articleId, CancellationToken cancel = default) => acts.Delete(who, articleId, cancel);

    /// <summary>Gives the article to a person: as their own where it is nobody's yet, else as its assignee. Null takes the assignee off.</summary>
    public Task<Outcome> Assign(Actor who, long articleId, string? personId, CancellationToken cancel = default) =>
        acts.Do(ArticleAct.Assign, who, articleId, versionSeen: null, async turn =>
        {
            if (personId is null)
            {
                turn.Article.AssigneeId = null;
                return Outcome.Done;
            }
            var person = await turn.Db.FindAsync<Person>([personId], cancel);
            if (person is null || person.Disabled || !ReviewRules.Reads(person.AsActor()))
            {
                return Outcome.Refused("articles.assign.person");
            }
            turn.Reason = person.Name;
            if (turn.Article.OwnerId is null)
            {
                turn.Article.OwnerId = personId;
            }
            else
            {
                turn.Article.AssigneeId = personId == turn.Article.OwnerId ? null : personId;
            }
            return Outcome.Done;
        }, cancel);

    /// <summary>Names the file that the article will be published as; null lets the portal number it. Frozen at the first publish.</summary>
    public Task<Outcome> SetSlug(Actor who, long articleId, string? slug, CancellationToken cancel = default) =>
        acts.Do(ArticleAct.SetSlug, who, articleId, versionSeen: null, async turn =>
        {
            slug = string.IsNullOrWhiteSpace(slug) ? null : slug.Trim();
            var path = await paths.Find(turn.Db, turn.Article, site.DayOf(turn.Head.Text), slug, isTaken: _ => false, cancel);
            if (!path.IsDone)
            {
                return path.Refusal;
            }
            turn.Article.Slug = slug;
            turn.Article.Path = turn.Reason = path.Value.Value;
            turn.Article.PathKey = path.Value.Key;
            return Outcome.Done;
        }, cancel);

    /// <summary>The article for somebody who may read it; null: unknown or forbidden, which look alike.</summary>
    public async Task<Article?> Find(Actor who, long articleId, CancellationToken cancel = default)
    {
        if (!ReviewRules.Reads(who))
        {
            return null;
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Article>().AsNoTracking().FirstOrDefaultAsync(article => article.Id == articleId, cancel);
    }
}
