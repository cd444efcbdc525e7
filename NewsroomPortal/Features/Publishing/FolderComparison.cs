using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// Compares a folder with what the portal has published, taken in and kept. It changes nothing: a person decides about each difference.
/// Beside the site's own folder it may be another copy of it, such as a checkout: there a text that the portal once had is merely older.
/// </summary>
public sealed class FolderComparison(IDbContextFactory<NewsroomDb> contexts, ContentFolder site)
{
    /// <summary>The acts after which the article has the text of a folder.</summary>
    internal static readonly string[] Taken = ["import", ArticleAct.TakeFromDisk.Spell()];

    /// <param name="pace">Told how many files were looked at, of how many.</param>
    public async Task<FolderReport> Compare(string folder, Action<int, int>? pace = null, CancellationToken cancel = default)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var comparison = new Comparing(root == site.Root, await Records(root == site.Root, cancel));
        var found = ImportFolder.Find(root);
        foreach (var (file, at) in found.Select((file, at) => (file, at)))
        {
            cancel.ThrowIfCancellationRequested();
            await Look(comparison, root, file, cancel);
            pace?.Invoke(at + 1, found.Count);
        }
        comparison.Missing();
        return new FolderReport(root, comparison.IsSite, comparison.Unchanged, [.. comparison.Differences.OrderBy(one => one.Path, StringComparer.Ordinal)], comparison.Refused);
    }

    private async Task<Dictionary<string, Record>> Records(bool isSite, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var articles = await db.Set<Article>().AsNoTracking().Where(article => article.PublishedVersion != null)
            .Join(db.Set<Document>(), article => article.Id, document => document.Id, (article, document) =>
                new Record(article.Path, article.PublishedSha256!, article.Id, null, document.Head != article.PublishedVersion, article.Public)).ToListAsync(cancel);
        var files = await db.Set<SiteFile>().AsNoTracking().Select(file => new Record(file.Path, file.Sha256, null, file.Id, false, PublicState.Live)).ToListAsync(cancel);
        if (!isSite)
        {
            // A story written in the portal was never in another folder: it cannot be missed there.
            var brought = (await db.Set<AuditEntry>().Where(entry => entry.Act == Taken[0]).Select(entry => entry.ArticleId).ToListAsync(cancel)).ToHashSet();
            articles.ForEach(article => article.IsExpected = article.Public == PublicState.Live && brought.Contains(article.ArticleId));
        }
        return articles.Concat(files).ToDictionary(record => record.Path);
    }

    private async Task Look(Comparing comparison, string root, FoundFile file, CancellationToken cancel)
    {
        if (file.Refusal is not null)
        {
            comparison.Refused.Add(file);
            return;
        }
        if (comparison.IsEmpty)
        {
            // Nothing to compare it with: a first import reads each file once.
            comparison.Fresh.Add(new FolderDifference(DifferenceKind.New, file.Path, null));
            return;
        }
        var reading = file.Read(root);
        if (!reading.IsDone)
        {
            comparison.Refused.Add(file with { Refusal = reading.Refusal });
            return;
        }
        var sha256 = TextHash.Of(reading.Value.Bytes);
        if (!comparison.Records.Remove(file.Path, out var record))
        {
            comparison.Fresh.Add(new FolderDifference(DifferenceKind.New, file.Path, sha256));
            return;
        }
        comparison.Tell(record, sha256, comparison.IsSite || record.FileId is not null ? KindInSite(record, sha256, comparison.IsSite) : await KindElsewhere(record, sha256, cancel));
    }

    private static DifferenceKind? KindInSite(Record record, string sha256, bool isSite) =>
        isSite && record.Public == PublicState.Withheld ? DifferenceKind.LeftThere
        : sha256 == record.Sha256 ? record.IsAhead ? DifferenceKind.EditedInPortal : null
        : record.IsAhead ? DifferenceKind.EditedInBoth : DifferenceKind.EditedInFolder;

    private async Task<DifferenceKind?> KindElsewhere(Record record, string sha256, CancellationToken cancel)
    {
        if (sha256 == record.Sha256)
        {
            return record.IsAhead ? DifferenceKind.EditedInPortal : null;
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var trail = db.Set<AuditEntry>().Where(entry => entry.ArticleId == record.ArticleId);
        if (await trail.AnyAsync(entry => entry.Sha256 == sha256, cancel))
        {
            return DifferenceKind.EditedInPortal;
        }
        var taken = await trail.Where(entry => Taken.Contains(entry.Act)).OrderByDescending(entry => entry.Id).Select(entry => entry.Version).FirstOrDefaultAsync(cancel);
        var head = await db.Set<Document>().Where(document => document.Id == record.ArticleId).Select(document => document.Head).FirstAsync(cancel);
        return taken == head ? DifferenceKind.EditedInFolder : DifferenceKind.EditedInBoth;
    }

    /// <param name="Sha256">Of what the portal last put, or kept.</param>
    /// <param name="IsAhead">Whether the portal has a newer text that is not published.</param>
    private sealed record Record(string Path, string Sha256, long? ArticleId, long? FileId, bool IsAhead, PublicState Public)
    {
        /// <summary>Whether the folder must have it.</summary>
        public bool IsExpected { get; set; } = Public == PublicState.Live;
    }

    private sealed class Comparing(bool isSite, Dictionary<string, Record> records)
    {
        private readonly int _known = records.Count;

        public bool IsSite => isSite;

        public bool IsEmpty => _known == 0;

        public Dictionary<string, Record> Records => records;

        public List<FolderDifference> Fresh { get; } = [];

        public List<FolderDifference> Differences { get; } = [];

        public List<FoundFile> Refused { get; } = [];

        public int Unchanged { get; private set; }

        public void Tell(Record record, string? sha256, DifferenceKind? kind)
        {
            if (kind is { } differs)
            {
                Differences.Add(new FolderDifference(differs, record.Path, sha256, record.ArticleId, record.FileId));
            }
            else
            {
                Unchanged++;
            }
        }

        /// <summary>What is gone, and what of that lies elsewhere. A folder that shares no path with the portal is another tree: nothing is gone from it.</summary>
        public void Missing()
        {
            var fresh = Fresh.Where(file => file.Sha256 is not null).ToLookup(file => file.Sha256!);
            var moved = new HashSet<FolderDifference>();
            foreach (var record in records.Values.Where(record => record.IsExpected && (isSite || records.Count < _known)))
            {
                if (fresh[record.Sha256].FirstOrDefault(file => IsArticle(file) == (record.ArticleId is not null) && !moved.Contains(file)) is { } now)
                {
                    moved.Add(now);
                    Differences.Add(new FolderDifference(DifferenceKind.Renamed, record.Path, now.Sha256, record.ArticleId, record.FileId, now.Path));
                }
                else
                {
                    Tell(record, null, DifferenceKind.Deleted);
                }
            }
            Differences.AddRange(Fresh.Where(file => !moved.Contains(file)));
        }

        private static bool IsArticle(FolderDifference file) => new FoundFile(file.Path, null).IsArticle;
    }
}
