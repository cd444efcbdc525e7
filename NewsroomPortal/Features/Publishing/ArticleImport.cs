using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// Takes content files in as articles, Live at their first version and nobody's. The same bytes are put in the site folder where they are
/// not there; a different file that lies there is never overwritten.
/// </summary>
public sealed class ArticleImport(
    Authority authority, IDbContextFactory<NewsroomDb> contexts, ContentFolder site, AuditTrail audit, TimeProvider clock)
{
    // As many as the write gate may be held for.
    private const int Slice = 100;

    /// <summary>Takes the files in order, in slices; each comes back with what became of it.</summary>
    public async IAsyncEnumerable<ImportedFile> Take(
        IEnumerable<ImportFile> files, Actor who, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var slice in files.Chunk(Slice))
        {
            foreach (var file in await TakeSlice(slice, who, cancel))
            {
                yield return file;
            }
        }
    }

    private async Task<List<ImportedFile>> TakeSlice(ImportFile[] files, Actor who, CancellationToken cancel)
    {
        var taken = files.Select(Read).ToList();
        await MarkKnown(taken, cancel);
        Place([.. taken.Where(file => file.IsNew)]);
        var born = taken.Where(file => file.IsNew).ToList();
        var outcomes = await authority.CreateMany([.. born.Select(file => new NewDocument(file.File!, (db, text) => Add(db, file, text, who, cancel)))], who, cancel);
        foreach (var (file, outcome) in born.Zip(outcomes))
        {
            file.Refusal = outcome.Refusal;
            file.ArticleId = outcome.IsDone ? outcome.Value : null;
        }
        return [.. taken.Select(file => new ImportedFile(file.Source.Path, file.ArticleId, file.IsKnown, file.Refusal))];
    }

    private static Taking Read(ImportFile source)
    {
        var (path, refusal) = ContentPath.Read(source.Path);
        if (path is null)
        {
            return new Taking(source, null, null) { Refusal = new Refusal(refusal!) };
        }
        if (source.Bytes.Length > DocumentText.MostBytes)
        {
            return new Taking(source, path, null) { Refusal = new Refusal("editing.tooLong", DocumentText.MostBytes / 1024 / 1024) };
        }
        var reading = HugoFile.Read(source.Bytes);
        return new Taking(source, path, reading.File)
        {
            Refusal = reading.Refusal is { } wrong ? new Refusal("publishing.import.notText", wrong.Line, wrong.Offset) : null,
        };
    }

    /// <summary>What an import that was broken off had taken already is known, not refused.</summary>
    private async Task MarkKnown(List<Taking> taken, CancellationToken cancel)
    {
        var keys = taken.Where(file => file.IsNew).Select(file => file.Path!.Key).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var known = await db.Set<Article>().AsNoTracking().Where(article => keys.Contains(article.PathKey)).ToDictionaryAsync(article => article.PathKey, cancel);
        var first = new Dictionary<string, Taking>();
        foreach (var file in taken.Where(file => file.IsNew))
        {
            if (!known.TryGetValue(file.Path!.Key, out var article))
            {
                file.Refusal = first.TryAdd(file.Path.Key, file) ? null : new Refusal("articles.path.taken", first[file.Path.Key].Source.Path);
                continue;
            }
            file.IsKnown = article.Path == file.Source.Path && article.PublishedSha256 == file.Sha256;
            file.ArticleId = file.IsKnown ? article.Id : null;
            file.Refusal = file.IsKnown ? null : new Refusal("articles.path.taken", article.Path);
        }
    }

    /// <summary>Puts the files that are not there; one that is there must have the same bytes.</summary>
    private void Place(List<Taking> files)
    {
        var absent = files.Where(IsAbsent).ToList();
        foreach (var (file, problem) in absent.Zip(site.PutMany([.. absent.Select(file => (file.Source.Path, file.Source.Bytes))])))
        {
            file.Refusal = problem is null ? null : new Refusal("publishing.disk.problem", problem.Message);
        }
    }

    private bool IsAbsent(Taking file)
    {
        try
        {
            var twins = site.Twins(file.Source.Path);
            if (twins.Count > 0 && site.Hash(file.Source.Path) != file.Sha256)
            {
                file.Refusal = new Refusal("publishing.import.different", Path.Combine(Path.GetDirectoryName(file.Source.Path)!, twins[0]));
            }
            return twins.Count == 0;
        }
        catch (ContentFolderException problem)
        {
            file.Refusal = new Refusal("publishing.disk.problem", problem.Message);
            return false;
        }
    }

    private async Task<Outcome> Add(NewsroomDb db, Taking file, DocumentText text, Actor who, CancellationToken cancel)
    {
        if (await db.Set<Article>().AnyAsync(article => article.PathKey == file.Path!.Key, cancel))
        {
            return Outcome.Refused("articles.path.taken", file.Source.Path);
        }
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
        };
        db.Add(article);
        audit.Record(db, who, "import", article.Id, to: article.States(), version: text.Version, sha256: file.Sha256, reason: article.Path);
        return Outcome.Done;
    }

    private sealed class Taking(ImportFile source, ContentPath? path, HugoFile? file)
    {
        public ImportFile Source { get; } = source;

        public ContentPath? Path { get; } = path;

        public HugoFile? File { get; } = file;

        public string Sha256 { get; } = TextHash.Of(source.Bytes);

        public Refusal? Refusal { get; set; }

        public bool IsKnown { get; set; }

        public long? ArticleId { get; set; }

        public bool IsNew => Refusal is null && !IsKnown;
    }
}

/// <param name="Path">Relative to the folder imported, with '/': where the file lies in the site.</param>
public sealed record ImportFile(string Path, byte[] Bytes);

/// <summary>What became of one file: a new article, one known already with the same bytes, or refused.</summary>
public sealed record ImportedFile(string Path, long? ArticleId, bool IsKnown, Refusal? Refusal);
