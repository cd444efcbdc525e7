using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Shell.Commands.Checking;

/// <summary>Something that does not agree.</summary>
/// <param name="Where">The article's path, or the document's number where it has none.</param>
/// <param name="What">The word that says it, with its values.</param>
public sealed record Problem(string Where, Refusal What);
