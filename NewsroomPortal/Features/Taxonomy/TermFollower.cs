using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Taxonomy;

/// <summary>Keeps which article uses which term, as its newest text says.</summary>
public sealed class TermFollower : IFollowDocuments
{
    public async ValueTask Follow(NewsroomDb db, DocumentText text, Actor who, CancellationToken cancel)
    {
        // A rename brings its rows itself; an older text that arrives after it would bring the old name back.
        if (await db.Set<Document>().AnyAsync(document => document.Id == text.DocumentId && document.Head == text.Version, cancel))
        {
            await TermUses.Bring(db, text, cancel);
            await db.SaveChangesAsync(cancel);
        }
    }
}
