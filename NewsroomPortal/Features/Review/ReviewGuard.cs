using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Review;

/// <summary>Who may read and write an article's text, now: the table's answer to <see cref="ArticleAct.Edit"/>.</summary>
public sealed class ReviewGuard(IDbContextFactory<NewsroomDb> contexts) : IGuardDocuments
{
    // Asked for each push: translated once.
    private static readonly Func<NewsroomDb, long, Task<Article?>> Find =
        EF.CompileAsyncQuery((NewsroomDb db, long id) => db.Set<Article>().AsNoTracking().FirstOrDefault(row => row.Id == id));

    public async ValueTask<DocumentAccess> Access(Actor who, long documentId, CancellationToken cancel = default)
    {
        if (!ReviewRules.Reads(who))
        {
            return DocumentAccess.Nothing;
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var article = await Find(db, documentId);
        if (article is null)
        {
            return DocumentAccess.Nothing;
        }
        // The version plays no part in who may edit.
        return ReviewRules.Refusal(ArticleAct.Edit, who, article, head: 0) is { } refusal ? new DocumentAccess(true, false, refusal) : DocumentAccess.Write;
    }
}
