using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Review;

/// <summary>
/// Who may read and write an article's text, now: the table's answer to <see cref="ArticleAct.Edit"/>. It is asked for each push before the
/// text is rendered, so its query is translated once and its connection stays open: a new one for each key cost more than the rendering.
/// </summary>
public sealed class ReviewGuard(IDbContextFactory<NewsroomDb> contexts) : IGuardDocuments, IDisposable
{
    private static readonly Func<NewsroomDb, long, Article?> Find =
        EF.CompileQuery((NewsroomDb db, long id) => db.Set<Article>().AsNoTracking().FirstOrDefault(row => row.Id == id));

    private readonly Lock _one = new();
    private NewsroomDb? _db;

    public ValueTask<DocumentAccess> Access(Actor who, long documentId, CancellationToken cancel = default) => ValueTask.FromResult(Answer(who, documentId));

    public void Dispose()
    {
        lock (_one)
        {
            _db?.Dispose();
            _db = null;
        }
    }

    private DocumentAccess Answer(Actor who, long documentId)
    {
        if (!ReviewRules.Reads(who) || Read(documentId) is not { } article)
        {
            return DocumentAccess.Nothing;
        }
        // The version plays no part in who may edit.
        return ReviewRules.Refusal(ArticleAct.Edit, who, article, head: 0) is { } refusal ? new DocumentAccess(true, false, refusal) : DocumentAccess.Write;
    }

    /// <summary>A read outside any transaction: it sees the last commit. SQLite reads in the caller's thread either way.</summary>
    private Article? Read(long documentId)
    {
        lock (_one)
        {
            try
            {
                if (_db is null)
                {
                    _db = contexts.CreateDbContext();
                    _db.Database.OpenConnection();
                }
                return Find(_db, documentId);
            }
            catch
            {
                // The next question gets a new connection.
                _db?.Dispose();
                _db = null;
                throw;
            }
        }
    }
}
