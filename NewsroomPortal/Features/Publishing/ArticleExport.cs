using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// Writes articles out at their paths, byte for byte: their newest texts, or the published versions of those that are Live; and the other
/// files of the site's content.
/// </summary>
public sealed class ArticleExport(Authority authority, FileVault vault, IDbContextFactory<NewsroomDb> contexts, SiteClock site)
{
    private const int Slice = 200;

    /// <summary>Each article and file comes back with what became of it.</summary>
    /// <param name="folder">Made where it does not exist; files of the same paths are overwritten. Not in the site folder: drafts would be published.</param>
    public async IAsyncEnumerable<ExportedFile> Write(string folder, bool published, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var target = new ContentFolder(folder);
        if ((target.Root + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(site.SiteFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            yield return new ExportedFile(folder, new Refusal("publishing.export.site", folder));
            yield break;
        }
        await foreach (var (id, path, version) in Articles(published, cancel))
        {
            yield return new ExportedFile(path, await Write(target, id, path, version, cancel));
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await foreach (var file in db.Set<SiteFile>().AsNoTracking().OrderBy(file => file.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return new ExportedFile(file.Path, Write(target, file.Path, () => vault.Read(file.Sha256)));
        }
    }

    /// <summary>How many articles and files an export has to write.</summary>
    public async Task<int> Count(bool published, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Article>().CountAsync(article => !published || article.Public == PublicState.Live, cancel) + await db.Set<SiteFile>().CountAsync(cancel);
    }

    private async IAsyncEnumerable<(long Id, string Path, int? Version)> Articles(bool published, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var last = 0L; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var slice = await db.Set<Article>().AsNoTracking()
                .Where(article => article.Id > last && (!published || article.Public == PublicState.Live))
                .OrderBy(article => article.Id).Take(Slice)
                .Select(article => new { article.Id, article.Path, article.PublishedVersion }).ToListAsync(cancel);
            foreach (var article in slice)
            {
                yield return (article.Id, article.Path, published ? article.PublishedVersion : null);
            }
            if (slice.Count < Slice)
            {
                yield break;
            }
            last = slice[^1].Id;
        }
    }

    private async Task<Refusal?> Write(ContentFolder target, long id, string path, int? version, CancellationToken cancel)
    {
        var text = version is { } known ? await authority.ReadAt(id, known, cancel) : await authority.Read(id, cancel);
        return text is null ? new Refusal("publishing.export.noText", version ?? 0) : Write(target, path, text.ToBytes);
    }

    private static Refusal? Write(ContentFolder target, string path, Func<byte[]> read)
    {
        try
        {
            target.Write(path, read());
            return null;
        }
        catch (ContentFolderException problem)
        {
            return new Refusal("publishing.disk.problem", problem.Message);
        }
    }
}

/// <summary>What became of one file; no refusal: it is written.</summary>
public sealed record ExportedFile(string Path, Refusal? Refusal);
