using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// Takes the files that lie beside the articles, by their hashes. As with articles, the same bytes are put in the site folder where nothing
/// lies, and a different file that lies there is never overwritten.
/// </summary>
public sealed class FileImport(FileVault vault, IDbContextFactory<NewsroomDb> contexts, WriteGate gate, ContentFolder site, AuditTrail audit)
{
    /// <summary>The largest file that is taken, in bytes: hosts of sites and of code refuse larger ones as well.</summary>
    public const int MostBytes = 100 * 1024 * 1024;

    private const int SliceFiles = 100;

    // What waits in memory for one flush and one transaction.
    private const int SliceBytes = 16 * 1024 * 1024;

    /// <summary>Takes the files in order, in slices; each comes back with what became of it.</summary>
    public async IAsyncEnumerable<ImportedFile> Take(IEnumerable<ImportFile> files, Actor who, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var places = new SitePlaces(site);
        foreach (var slice in files.Slices(SliceFiles, SliceBytes))
        {
            var taken = slice.ConvertAll(Incoming.Other);
            await TakeSlice(taken, places, who, cancel);
            foreach (var file in taken)
            {
                yield return new ImportedFile(file.Source.Path, null, file.IsKnown, file.Refusal);
            }
        }
    }

    private async Task TakeSlice(List<Incoming> taken, SitePlaces places, Actor who, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await MarkKnown(db, taken, cancel);
        var absent = places.Absent(taken.Where(file => file.IsNew));
        Keep([.. taken.Where(file => file.IsNew)]);
        places.Put(absent.FindAll(file => file.IsNew));
        if (taken.FindAll(file => file.IsNew) is { Count: > 0 } kept)
        {
            try
            {
                await Write(db, kept, who, cancel);
            }
            catch (Exception problem) when (NotSaved.Is(problem))
            {
                kept.ForEach(file => file.Refusal = new Refusal(NotSaved.Word));
            }
        }
    }

    private static async Task MarkKnown(NewsroomDb db, List<Incoming> taken, CancellationToken cancel)
    {
        var keys = taken.Where(file => file.IsNew).Select(file => file.Path!.Key).ToList();
        var known = await db.Set<SiteFile>().AsNoTracking().Where(file => keys.Contains(file.PathKey)).ToDictionaryAsync(file => file.PathKey, cancel);
        var paths = await db.Set<Article>().Where(article => keys.Contains(article.PathKey)).ToDictionaryAsync(article => article.PathKey, article => article.Path, cancel);
        foreach (var file in taken.Where(file => file.IsNew))
        {
            if (known.TryGetValue(file.Path!.Key, out var row))
            {
                Settle(file, row);
            }
            else if (!paths.TryAdd(file.Path.Key, file.Source.Path))
            {
                file.Refusal = new Refusal("articles.path.taken", paths[file.Path.Key]);
            }
        }
    }

    /// <summary>The path, or one that some file system takes for it, has a record already.</summary>
    private static void Settle(Incoming file, SiteFile row)
    {
        file.IsKnown = row.Path == file.Source.Path && row.Sha256 == file.Sha256;
        file.Refusal = file.IsKnown ? null : new Refusal("articles.path.taken", row.Path);
    }

    private void Keep(List<Incoming> files)
    {
        try
        {
            vault.Keep(files.Select(file => (file.Sha256, file.Source.Bytes)));
        }
        catch (ContentFolderException problem)
        {
            files.ForEach(file => file.Refusal = new Refusal("publishing.disk.problem", problem.Message));
        }
    }

    /// <summary>Another import may have been faster meanwhile.</summary>
    private async Task Write(NewsroomDb db, List<Incoming> files, Actor who, CancellationToken cancel)
    {
        using var pass = await gate.EnterAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        using var rows = new RowInsert<SiteFile>(db, nameof(SiteFile.PathKey));
        using var trail = new RowInsert<AuditEntry>(db);
        foreach (var file in files)
        {
            if (rows.Add(new SiteFile { Path = file.Source.Path, PathKey = file.Path!.Key, Sha256 = file.Sha256, Length = file.Source.Bytes.Length }) is null)
            {
                Settle(file, await db.Set<SiteFile>().AsNoTracking().SingleAsync(row => row.PathKey == file.Path.Key, cancel));
                continue;
            }
            trail.Add(audit.Entry(who, "importFile", subject: file.Source.Path, sha256: file.Sha256));
        }
        await transaction.CommitAsync(CancellationToken.None);
    }
}
