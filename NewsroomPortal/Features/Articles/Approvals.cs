using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Articles;

/// <summary>An approval is of one version and holds while that is the newest; what changes the text afterwards voids it, and is named.</summary>
public sealed class Approvals(AuditTrail audit)
{
    /// <summary>
    /// Puts an article whose approved text was changed back to work: into review if editors (or the portal itself) changed it, to Draft
    /// if a journalist did.
    /// </summary>
    /// <param name="head">The newest version that is known; a later approval than this stands.</param>
    public async Task VoidIfChanged(NewsroomDb db, Article article, int head, CancellationToken cancel = default)
    {
        if (article.Working != WorkingState.Approved || article.ApprovedVersion >= head)
        {
            return;
        }
        var authors = await db.Set<DocumentChange>()
            .Where(change => change.DocumentId == article.Id && change.Version > article.ApprovedVersion && change.Version <= head)
            .OrderBy(change => change.Version).Select(change => change.PersonId).ToListAsync(cancel);
        var ids = authors.Distinct().ToList();
        var people = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancel);

        var before = article.States();
        article.Working = people.Exists(person => !person.AsActor().IsEditor) ? WorkingState.Draft : WorkingState.InReview;
        var last = people.Find(person => person.Id == authors.LastOrDefault())?.AsActor() ?? Actor.Portal;
        audit.Record(db, last, "voidApproval", article.Id, from: before, to: article.States(), version: head, reason: Names(ids, people));
    }

    private static string Names(List<string?> ids, List<Person> people) => string.Join(", ",
        ids.Select(id => people.Find(person => person.Id == id)?.Name ?? Actor.Portal.Name).Distinct());
}
