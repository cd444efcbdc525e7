using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Editing;

/// <summary>A file that becomes a document. Making one does what needs no database, so that many can be made beside the writer.</summary>
/// <param name="Alongside">Adds the article's own rows in the same transaction, or refuses; the text it is given has the document's id and version 1.</param>
public sealed record NewDocument(HugoFile File, Func<NewsroomDb, DocumentText, Task<Outcome>> Alongside)
{
    /// <summary>What inserts the first text.</summary>
    internal Update First { get; } = new(PortalClient.NewId(), ChangeSet.Replace(0, 0, 0, File.Text));

    internal bool IsTooLong { get; } = PushDraft.IsTooLong(File.Text);

    /// <summary>The first change as the log keeps it.</summary>
    internal string Logged { get; } = ChangeSet.Replace(0, 0, 0, File.Text).ToJson();
}
