using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Benchmarks;

/// <summary>Everybody may write everything.</summary>
internal sealed class OpenHouse : IGuardDocuments
{
    public ValueTask<DocumentAccess> Access(Actor who, long documentId, CancellationToken cancel = default) => new(DocumentAccess.Write);
}
