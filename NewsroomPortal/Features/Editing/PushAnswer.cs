using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Editing;

/// <summary>What became of a push. It comes after the commit: what is answered without a refusal is durable.</summary>
/// <param name="Version">The document's newest version.</param>
/// <param name="SavedAtUtc">When that was committed; null when refused.</param>
/// <param name="Refused">Why nothing was taken; the text stays where it came from.</param>
public sealed record PushAnswer(int Version, DateTime? SavedAtUtc, Refusal? Refused)
{
    /// <summary>The refusal that passes: the database took nothing for now, and the same push is right later.</summary>
    internal const string NotSaved = "editing.notSaved";
}
