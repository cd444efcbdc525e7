using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Shell.Commands.Checking;

/// <summary>
/// Makes the snapshots of texts what the logs say. Where a log cannot be replayed its snapshots stay: they may be all that is left of a text.
/// </summary>
public sealed class SnapshotMending(IDbContextFactory<NewsroomDb> contexts, WriteGate gate)
{
    /// <summary>The snapshots that were another text, by their documents' numbers.</summary>
    public async Task<IReadOnlyList<Problem>> Mend(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var mended = new List<Problem>();
        foreach (var id in await db.Set<DocumentSnapshot>().Select(snapshot => snapshot.DocumentId).Distinct().Order().ToListAsync(cancel))
        {
            mended.AddRange(await Mend(id, cancel));
        }
        return mended;
    }

    private async Task<List<Problem>> Mend(long documentId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var snapshots = await db.Set<DocumentSnapshot>().Where(snapshot => snapshot.DocumentId == documentId).ToListAsync(cancel);
        if (await db.Set<Document>().FindAsync([documentId], cancel) is not { } document)
        {
            return [];
        }
        var changes = await db.Set<DocumentChange>().AsNoTracking().Where(change => change.DocumentId == documentId).OrderBy(change => change.Version).ToListAsync(cancel);
        var replay = LogReplay.Of(document, changes, snapshots, new HashSet<int>());
        var wrong = replay.Head is null ? [] : snapshots.FindAll(snapshot => replay.At(snapshot.Version) != snapshot.Text);
        foreach (var snapshot in wrong)
        {
            db.Remove(snapshot);
        }
        using var pass = await gate.EnterAsync(cancel);
        await db.SaveChangesAsync(cancel);
        return wrong.ConvertAll(snapshot => new Problem($"{documentId}", new Refusal("shell.reindex.snapshot", snapshot.Version)));
    }
}
