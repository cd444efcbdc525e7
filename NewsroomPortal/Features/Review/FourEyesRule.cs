using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Review;

/// <summary>
/// Four eyes: who approves has made no change since the last version that another editor approved. Imports and changes of the portal
/// itself have no author.
/// </summary>
internal static class FourEyesRule
{
    public static async Task<bool> IsKept(NewsroomDb db, long articleId, Actor approver, CancellationToken cancel)
    {
        if (approver.PersonId is null)
        {
            return true;
        }
        var approve = ArticleAct.Approve.Spell();
        var readByAnother = await db.Set<AuditEntry>()
            .Where(entry => entry.ArticleId == articleId && entry.Act == approve && entry.PersonId != approver.PersonId)
            .MaxAsync(entry => entry.Version, cancel) ?? 0;
        return !await db.Set<DocumentChange>().AnyAsync(
            change => change.DocumentId == articleId && change.Version > readByAnother && change.PersonId == approver.PersonId, cancel);
    }
}
