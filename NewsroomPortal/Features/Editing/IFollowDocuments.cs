using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing;

/// <summary>
/// Told of each new version after its commit, in the order of versions of one document. A follower writes no text; what it keeps can be
/// rebuilt from the log. It must not throw for what a text holds, and must not hold up the writer: it is called outside the article's turn.
/// </summary>
public interface IFollowDocuments
{
    /// <summary>Brings what is kept of the document to <paramref name="text"/>; versions may be skipped, never go backwards.</summary>
    ValueTask Follow(NewsroomDb db, DocumentText text, Actor who, CancellationToken cancel);
}
