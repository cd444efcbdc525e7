using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Editing;

/// <summary>A file that becomes a document.</summary>
/// <param name="Alongside">Adds the article's own rows in the same transaction, or refuses; the text it is given has the document's id and version 1.</param>
public sealed record NewDocument(HugoFile File, Func<NewsroomDb, DocumentText, Task<Outcome>> Alongside);
