using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Editing;

/// <summary>A document's text at a version.</summary>
/// <param name="DocumentId">The document's, which is also the article's, id.</param>
/// <param name="Version">The number of changes that made this text.</param>
/// <param name="Text">The whole file with <c>\n</c> alone as line break (unless its endings are mixed).</param>
/// <param name="Shape">What turns the text back into the file's bytes.</param>
public sealed record DocumentText(long DocumentId, int Version, string Text, FileShape Shape)
{
    /// <summary>The longest text, in UTF-8 bytes.</summary>
    public const int MostBytes = 4 * 1024 * 1024;
}
