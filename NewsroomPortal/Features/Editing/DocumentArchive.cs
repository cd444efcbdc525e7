using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Editing;

/// <summary>Reads the log back: a text at any version, and stretches of changes.</summary>
internal sealed class DocumentArchive(IDbContextFactory<NewsroomDb> contexts)
{
    private const int MostUpdatesInAStretch = 500;
    private const int MostUnitsInAStretch = 200_000;

    /// <summary>The document, now or at a version; null: there is none, or it has no such version yet.</summary>
    public async Task<StoredDocument?> Read(long documentId, int? version, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Read(db, documentId, version, cancel);
    }

    /// <inheritdoc cref="Read(long, int?, CancellationToken)"/>
    public static async Task<StoredDocument?> Read(NewsroomDb db, long documentId, int? version, CancellationToken cancel)
    {
        var document = await db.Set<Document>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == documentId, cancel);
        if (document is null || version < 1 || version > document.Head)
        {
            return null;
        }
        var wanted = version ?? document.Head;
        var snapshot = await db.Set<DocumentSnapshot>().AsNoTracking()
            .Where(s => s.DocumentId == documentId && s.Version <= wanted).OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancel);
        var start = snapshot?.Version ?? 0;
        var changes = await db.Set<DocumentChange>().AsNoTracking()
            .Where(c => c.DocumentId == documentId && c.Version > start && c.Version <= wanted).OrderBy(c => c.Version)
            .Select(c => c.Changes).ToListAsync(cancel);
        if (changes.Count != wanted - start)
        {
            // Deleted between the queries.
            return null;
        }
        var text = snapshot?.Text ?? "";
        // Composed first, a long text is copied once and not once a change.
        var whole = changes.Aggregate(ChangeSet.Empty(text.Length), (sum, json) => sum.Compose(ChangeSet.FromJson(json)));
        return new StoredDocument(
            new DocumentText(documentId, wanted, whole.Apply(text), new FileShape(document.Bom, document.NewLine)), start, changes.Sum(json => json.Length));
    }

    /// <summary>When the newest change was made; null: there is no such document.</summary>
    public async Task<DateTime?> ChangedAt(long documentId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<DocumentChange>().Where(c => c.DocumentId == documentId).OrderByDescending(c => c.Version)
            .Select(c => (DateTime?)c.AtUtc).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The updates after a version, as many as make one message.</summary>
    public async Task<LogStretch> Updates(long documentId, int since, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = db.Set<DocumentChange>().AsNoTracking()
            .Where(c => c.DocumentId == documentId && c.Version > since).OrderBy(c => c.Version)
            .Select(c => new { c.ClientId, c.Changes }).Take(MostUpdatesInAStretch + 1).AsAsyncEnumerable();
        var updates = new List<Update>();
        var units = 0;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            if (updates.Count == MostUpdatesInAStretch || units > MostUnitsInAStretch)
            {
                return new LogStretch(since + updates.Count, updates, More: true);
            }
            updates.Add(new Update(row.ClientId, ChangeSet.FromJson(row.Changes)));
            units += row.Changes.Length;
        }
        return new LogStretch(since + updates.Count, updates, More: false);
    }
}

/// <summary>A text as the database has it.</summary>
/// <param name="Text">The text, with its version.</param>
/// <param name="SnapshotVersion">The version of the snapshot it was made from; 0: none.</param>
/// <param name="UnitsSinceSnapshot">The length of the changes replayed since, as JSON.</param>
internal sealed record StoredDocument(DocumentText Text, int SnapshotVersion, int UnitsSinceSnapshot);
