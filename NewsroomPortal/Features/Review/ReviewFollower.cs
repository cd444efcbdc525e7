using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Review;

/// <summary>Sends an approved article back to work when its text changes. Acts settle that themselves too; this shows it when nobody acts.</summary>
public sealed class ReviewFollower(Approvals approvals) : IFollowDocuments
{
    public async ValueTask Follow(NewsroomDb db, DocumentText text, Actor who, CancellationToken cancel)
    {
        if (await db.FindAsync<Article>([text.DocumentId], cancel) is { } article)
        {
            await approvals.VoidIfChanged(db, article, text.Version, cancel);
            await db.SaveChangesAsync(cancel);
        }
    }
}
