using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Editing;

/// <summary>Asked who may read and who may write a document, now. Later rooms implement it; all of them must agree.</summary>
public interface IGuardDocuments
{
    /// <summary>Asked for each push and each form field, so it must be cheap.</summary>
    ValueTask<DocumentAccess> Access(Actor who, long documentId, CancellationToken cancel = default);
}

/// <summary>What somebody may do with a document. An unknown document answers as a forbidden one.</summary>
/// <param name="WhyNot">Why it cannot be written (or read), as a refusal to show; null where it can.</param>
public sealed record DocumentAccess(bool MayRead, bool MayWrite, Refusal? WhyNot)
{
    public static DocumentAccess Write { get; } = new(true, true, null);

    public static DocumentAccess ReadOnly(string word, params object[] values) => new(true, false, new Refusal(word, values));

    public static DocumentAccess Nothing { get; } = new(false, false, new Refusal("editing.unknown"));
}
