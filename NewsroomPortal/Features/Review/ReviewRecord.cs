using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Review;

/// <summary>Who did what with an article, for the Review pane.</summary>
public sealed class ReviewRecord(IDbContextFactory<NewsroomDb> contexts)
{
    private const int Newest = 100;

    /// <summary>The names of an article's people, those whom it can be assigned to, and its newest acts first. Null: may not be read.</summary>
    public async Task<ReviewView?> Read(Actor who, long articleId, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var isKnown = ReviewRules.Reads(who) && await db.Set<Article>().AnyAsync(article => article.Id == articleId, cancel);
        if (!isKnown)
        {
            return null;
        }
        var people = await db.Set<Person>().AsNoTracking().OrderBy(person => person.Name).ToListAsync(cancel);
        var acts = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => entry.ArticleId == articleId).OrderByDescending(entry => entry.Id).Take(Newest).ToListAsync(cancel);
        return new ReviewView(
            people.ToDictionary(person => person.Id, person => person.Name),
            [.. people.Where(person => !person.Disabled && ReviewRules.Reads(person.AsActor()))],
            acts);
    }
}

/// <param name="Names">Of everybody, by id.</param>
/// <param name="Assignable">Those whom an article can be given to.</param>
/// <param name="Acts">The newest first.</param>
public sealed record ReviewView(IReadOnlyDictionary<string, string> Names, IReadOnlyList<Person> Assignable, IReadOnlyList<AuditEntry> Acts);
