using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

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
        var names = new SiteNames(site);
        foreach (var slice in files.Slices(SliceFiles, SliceBytes))
        {
            foreach (var file in await TakeSlice(slice, names, who, cancel))
            {
                yield return file;
            }
        }
    }

    private async Task<List<ImportedFile>> TakeSlice(List<ImportFile> files, SiteNames names, Actor who, CancellationToken cancel)
    {
        var taken = files.ConvertAll(Read);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await MarkKnown(db, taken, cancel);
        taken.Where(file => file.IsNew).ToList().ForEach(file => MarkDifferent(file, names));
        Keep([.. taken.Where(file => file.IsNew)], names);
        using (await gate.EnterAsync(cancel))
        {
            foreach (var file in taken.Where(file => file.IsNew))
            {
                db.Add(new SiteFile { Path = file.Source.Path, PathKey = file.Path!.Key, Sha256 = file.Sha256, Length = file.Source.Bytes.Length });
                audit.Record(db, who, "importFile", subject: file.Source.Path, sha256: file.Sha256);
            }
            await db.SaveChangesAsync(cancel);
        }
        return taken.ConvertAll(file => new ImportedFile(file.Source.Path, null, file.IsKnown, file.Refusal));
    }

    private static Taking Read(ImportFile source)
    {
        var (path, refusal) = ContentPath.ReadOther(source.Path);
        return new Taking(source, path)
        {
            Refusal = refusal is not null ? new Refusal(refusal)
                : source.Bytes.Length > MostBytes ? new Refusal("publishing.import.large", MostBytes / 1024 / 1024) : null,
        };
    }

    private static async Task MarkKnown(NewsroomDb db, List<Taking> taken, CancellationToken cancel)
    {
        var keys = taken.Where(file => file.IsNew).Select(file => file.Path!.Key).ToList();
        var known = await db.Set<SiteFile>().AsNoTracking().Where(file => keys.Contains(file.PathKey)).ToDictionaryAsync(file => file.PathKey, cancel);
        var paths = await db.Set<Article>().Where(article => keys.Contains(article.PathKey)).ToDictionaryAsync(article => article.PathKey, article => article.Path, cancel);
        foreach (var file in taken.Where(file => file.IsNew))
        {
            if (known.TryGetValue(file.Path!.Key, out var row) && row.Path == file.Source.Path && row.Sha256 == file.Sha256)
            {
                file.IsKnown = true;
            }
            else if (row is not null || !paths.TryAdd(file.Path.Key, file.Source.Path))
            {
                file.Refusal = new Refusal("articles.path.taken", row?.Path ?? paths[file.Path.Key]);
            }
        }
    }

    private void MarkDifferent(Taking file, SiteNames names)
    {
        try
        {
            var twin = names.Twin(file.Source.Path);
            file.IsAbsent = twin is null;
            if (!file.IsAbsent && site.Hash(file.Source.Path) != file.Sha256)
            {
                file.Refusal = new Refusal("publishing.import.different", twin!);
            }
        }
        catch (ContentFolderException problem)
        {
            file.Refusal = new Refusal("publishing.disk.problem", problem.Message);
        }
    }

    private void Keep(List<Taking> files, SiteNames names)
    {
        try
        {
            vault.Keep(files.Select(file => (file.Sha256, file.Source.Bytes)));
        }
        catch (ContentFolderException problem)
        {
            files.ForEach(file => file.Refusal = new Refusal("publishing.disk.problem", problem.Message));
            return;
        }
        var absent = files.Where(file => file.IsAbsent).ToList();
        foreach (var (file, problem) in absent.Zip(site.PutMany(absent.ConvertAll(file => (file.Source.Path, file.Source.Bytes)))))
        {
            file.Refusal = problem is null ? null : new Refusal("publishing.disk.problem", problem.Message);
            if (problem is null)
            {
                names.Add(file.Source.Path);
            }
        }
    }

    private sealed class Taking(ImportFile source, ContentPath? path)
    {
        public ImportFile Source { get; } = source;

        public ContentPath? Path { get; } = path;

        public string Sha256 { get; } = TextHash.Of(source.Bytes);

        public Refusal? Refusal { get; set; }

        public bool IsKnown { get; set; }

        public bool IsAbsent { get; set; }

        public bool IsNew => Refusal is null && !IsKnown;
    }
}
