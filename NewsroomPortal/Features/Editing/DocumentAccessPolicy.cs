using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Editing;

/// <summary>The one answer to "may this person read, may they write, now": all guards must agree, and without any guard nobody may.</summary>
public sealed class DocumentAccessPolicy(IEnumerable<IGuardDocuments> guards)
{
    private readonly IGuardDocuments[] _guards = [.. guards];

    public async ValueTask<DocumentAccess> Access(Actor who, long documentId, CancellationToken cancel = default)
    {
        var agreed = _guards.Length == 0 ? DocumentAccess.Nothing : DocumentAccess.Write;
        foreach (var guard in _guards)
        {
            var access = await guard.Access(who, documentId, cancel);
            agreed = new DocumentAccess(
                agreed.MayRead && access.MayRead, agreed.MayRead && access.MayRead && agreed.MayWrite && access.MayWrite,
                agreed.MayRead && !access.MayRead ? access.WhyNot : agreed.WhyNot ?? access.WhyNot);
        }
        return agreed;
    }
}
