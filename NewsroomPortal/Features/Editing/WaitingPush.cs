using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Features.Editing;

/// <summary>A push that waits for the document's turn.</summary>
internal sealed record WaitingPush(int Version, IReadOnlyList<Update> Updates, Actor Who)
{
    public TaskCompletionSource<PushAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
