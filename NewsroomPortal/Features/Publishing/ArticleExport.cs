using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Publishing;

/// <summary>Writes articles out at their paths, byte for byte: their newest texts, or the published versions of those that are Live.</summary>
public sealed class ArticleExport(Authority authority, IDbContextFactory<NewsroomDb> contexts, SiteClock site)
{
    private const int Slice = 200;

    /// <summary>Each article comes back with what became of it.</summary>
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
        if (text is null)
        {
            return new Refusal("publishing.export.noText", version ?? 0);
        }
        try
        {
            target.Write(path, text.ToBytes());
            return null;
        }
        catch (ContentFolderException problem)
        {
            return new Refusal("publishing.disk.problem", problem.Message);
        }
    }
}

/// <summary>What became of one article's file; no refusal: it is written.</summary>
public sealed record ExportedFile(string Path, Refusal? Refusal);
