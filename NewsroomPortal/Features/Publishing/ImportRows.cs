using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Publishing;

/// <summary>What a slice of imported files adds beside their documents: articles with what the list shows, terms, the audit trail.</summary>
internal sealed class ImportRows(NewsroomDb db, AuditTrail audit, TimeProvider clock, Actor who) : IDisposable
{
    private readonly RowInsert<Article> _articles = new(db, nameof(Article.PathKey));
    private readonly RowInsert<AuditEntry> _audit = new(db);
    private readonly NewTermUses _terms = new(db);

    public Outcome Add(IncomingArticle file, DocumentText text)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var article = new Article
        {
            Id = text.DocumentId,
            Path = file.Source.Path,
            PathKey = file.Path!.Key,
            Working = WorkingState.Closed,
            Public = PublicState.Live,
            PublishedVersion = text.Version,
            PublishedSha256 = file.Sha256,
            PublishedAtUtc = now,
            CreatedAtUtc = now,
            UpdatedAtUtc = now,
            FollowedVersion = text.Version,
        };
        ArticleFollower.Read(article, file.Front!);
        if (_articles.Add(article) is null)
        {
            return Outcome.Refused("articles.path.taken", file.Source.Path);
        }
        _terms.Add(article.Id, file.Terms);
        _audit.Add(audit.Entry(who, "import", article.Id, to: article.States(), version: text.Version, sha256: file.Sha256, reason: article.Path));
        return Outcome.Done;
    }

    public void Dispose()
    {
        _articles.Dispose();
        _audit.Dispose();
        _terms.Dispose();
    }
}
