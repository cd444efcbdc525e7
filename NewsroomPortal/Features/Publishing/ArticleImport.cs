using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Review;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// Takes content files in as articles, Live at their first version and nobody's. The same bytes are put in the site folder where they are
/// not there; a different file that lies there is never overwritten. Files are read ahead on all cores while one slice after another is
/// written; what the list and the terms show is written with the article.
/// </summary>
public sealed class ArticleImport(
    Authority authority, IDbContextFactory<NewsroomDb> contexts, ContentFolder site, AuditTrail audit, TimeProvider clock)
{
    // What is read and placed at once, and waits in memory; it is written in as many transactions as SliceSize says.
    private const int MostFiles = SliceSize.Most;
    private const int MostBytes = 2 * 1024 * 1024;
    private const int SlicesAhead = 2;

    // A new text is nobody's approved one, and headline, section and terms come with the article.
    private static readonly Type[] Followed = [typeof(ArticleFollower), typeof(TermFollower), typeof(ReviewFollower)];

    /// <summary>
    /// Takes the files in order, in slices; each comes back with what became of it. They are enumerated ahead, on another thread: one that
    /// is enumerated need not have come in.
    /// </summary>
    public async IAsyncEnumerable<ImportedFile> Take(
        IEnumerable<ImportFile> files, Actor who, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var slices = Placed(Read(files, cancel).Ahead(SlicesAhead, cancel), cancel).Ahead(SlicesAhead, cancel);
        var size = new SliceSize();
        await foreach (var slice in slices)
        {
            for (var (at, count) = (0, 0); at < slice.Count; at += count)
            {
                count = Math.Min(size.Files, slice.Count - at);
                await Write([.. slice.Skip(at).Take(count).Where(file => file.IsNew)], size, who, cancel);
                foreach (var file in slice.Skip(at).Take(count))
                {
                    yield return new ImportedFile(file.Source.Path, file.ArticleId, file.IsKnown, file.Refusal);
                }
            }
        }
    }

    private async IAsyncEnumerable<List<IncomingArticle>> Read(IEnumerable<ImportFile> files, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var slice in files.Slices(MostFiles, MostBytes))
        {
            List<IncomingArticle> taken = [.. slice.AsParallel().AsOrdered().Select(file => new IncomingArticle(file))];
            await MarkKnown(taken, cancel);
            taken.AsParallel().Where(file => file.IsNew).ForAll(file => file.Read());
            yield return taken;
        }
    }

    private async IAsyncEnumerable<List<IncomingArticle>> Placed(IAsyncEnumerable<List<IncomingArticle>> slices, [EnumeratorCancellation] CancellationToken cancel)
    {
        var places = new SitePlaces(site);
        await foreach (var slice in slices.WithCancellation(cancel))
        {
            places.Put(places.Absent(slice.Where(file => file.IsNew)));
            yield return slice;
        }
    }

    /// <summary>What an import that was broken off had taken already is known, not refused.</summary>
    private async Task MarkKnown(List<IncomingArticle> taken, CancellationToken cancel)
    {
        var keys = taken.Where(file => file.IsNew).Select(file => file.Path!.Key).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var known = await db.Set<Article>().Where(article => keys.Contains(article.PathKey))
            .Select(article => new { article.Id, article.Path, article.PathKey, article.PublishedSha256 }).ToDictionaryAsync(article => article.PathKey, cancel);
        var others = await db.Set<SiteFile>().Where(file => keys.Contains(file.PathKey)).ToDictionaryAsync(file => file.PathKey, file => file.Path, cancel);
        var first = new Dictionary<string, IncomingArticle>();
        foreach (var file in taken.Where(file => file.IsNew))
        {
            if (!known.TryGetValue(file.Path!.Key, out var article))
            {
                file.Refusal = others.TryGetValue(file.Path.Key, out var other) ? new Refusal("articles.path.taken", other)
                    : first.TryAdd(file.Path.Key, file) ? null : new Refusal("articles.path.taken", first[file.Path.Key].Source.Path);
                continue;
            }
            file.IsKnown = article.Path == file.Source.Path && article.PublishedSha256 == file.Sha256;
            file.ArticleId = file.IsKnown ? article.Id : null;
            file.Refusal = file.IsKnown ? null : new Refusal("articles.path.taken", article.Path);
        }
    }

    private async Task Write(List<IncomingArticle> files, SliceSize size, Actor who, CancellationToken cancel)
    {
        if (files.Count == 0)
        {
            return;
        }
        ImportRows? rows = null;
        var began = clock.GetTimestamp();
        try
        {
            var documents = files.Select(file => new NewDocument(file.File!, (db, text) =>
            {
                if (rows is null)
                {
                    // Only from here on is the gate held.
                    began = clock.GetTimestamp();
                    rows = new ImportRows(db, audit, clock, who);
                }
                return Task.FromResult(rows.Add(file, text));
            })).ToList();
            foreach (var (file, outcome) in files.Zip(await authority.CreateMany(documents, who, Followed, cancel)))
            {
                file.Refusal = outcome.Refusal;
                file.ArticleId = outcome.IsDone ? outcome.Value : null;
            }
            size.Held(files.Count, clock.GetElapsedTime(began));
        }
        finally
        {
            rows?.Dispose();
        }
    }
}

/// <param name="Path">Relative to the folder imported, with '/': where the file lies in the site.</param>
public sealed record ImportFile(string Path, byte[] Bytes);

/// <summary>What became of one file: a new article, one known already with the same bytes, or refused.</summary>
public sealed record ImportedFile(string Path, long? ArticleId, bool IsKnown, Refusal? Refusal);
