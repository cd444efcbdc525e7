using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Features.Editing;

/// <summary>What one turn added to a document's log, after its commit.</summary>
/// <param name="FromVersion">The version that the first update starts from.</param>
/// <param name="Updates">As they stand in the log.</param>
/// <param name="Text">The text that they make.</param>
/// <param name="Who">Who made the last of them.</param>
public sealed record AcceptedUpdates(int FromVersion, IReadOnlyList<Update> Updates, DocumentText Text, Actor Who);

/// <summary>A stretch of a document's log.</summary>
/// <param name="Version">The version that the last update makes, or the one asked for where there is none.</param>
/// <param name="More">Whether the log goes on.</param>
public sealed record LogStretch(int Version, IReadOnlyList<Update> Updates, bool More);
