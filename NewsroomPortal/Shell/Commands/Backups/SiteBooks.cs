using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Shell.Commands.Backups;

/// <summary>Which files the database says are on the site.</summary>
/// <param name="Files">By path, with '/'.</param>
/// <param name="LastAct">The newest entry of the audit trail.</param>
internal sealed record SiteBooks(IReadOnlyDictionary<string, ListedFile> Files, long LastAct)
{
    public static async Task<SiteBooks> Read(NewsroomDb db, CancellationToken cancel)
    {
        await using var moment = await db.Database.BeginTransactionAsync(cancel);
        var files = new Dictionary<string, ListedFile>(StringComparer.Ordinal);
        await foreach (var file in Listed(db).WithCancellation(cancel))
        {
            files[file.Path] = file;
        }
        return new SiteBooks(files, await db.Set<AuditEntry>().Select(entry => entry.Id).OrderByDescending(id => id).FirstOrDefaultAsync(cancel));
    }

    /// <summary>Whether an act has been at the file since these books were read.</summary>
    /// <param name="now">The portal's own database.</param>
    public async Task<bool> HasMoved(NewsroomDb now, ListedFile file, CancellationToken cancel) => file.ArticleId is { } id
        ? await now.Set<AuditEntry>().AnyAsync(entry => entry.Id > LastAct && entry.ArticleId == id, cancel)
        : !await now.Set<SiteFile>().AnyAsync(other => other.Path == file.Path && other.Sha256 == file.Sha256, cancel);

    private static IAsyncEnumerable<ListedFile> Listed(NewsroomDb db) =>
        db.Set<Article>().Where(article => article.PublishedVersion != null)
            .Select(article => new ListedFile(article.Path, article.Public == PublicState.Live ? article.PublishedSha256 : null, article.Id, article.PublishedVersion))
            .AsAsyncEnumerable()
            .Concat(db.Set<SiteFile>().Select(file => new ListedFile(file.Path, file.Sha256, null, null)).AsAsyncEnumerable());
}

/// <param name="Sha256">Of the bytes that are to lie there; null: none, since the article is withheld.</param>
/// <param name="ArticleId">Null: it is no article.</param>
/// <param name="Version">The article's version that is published.</param>
internal sealed record ListedFile(string Path, string? Sha256, long? ArticleId, int? Version);
