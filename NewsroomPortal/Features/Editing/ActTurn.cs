using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing;

/// <summary>Runs an act in the document's turn, in the write gate, in one transaction.</summary>
internal sealed class ActTurn(IDbContextFactory<NewsroomDb> contexts, WriteGate gate, TimeProvider clock, ILogger logger)
{
    /// <summary>Called in the document's turn.</summary>
    public async Task<(Outcome Outcome, AcceptedUpdates? Accepted)> Take(
        LiveDocument document, Actor who, Func<Turn, Task<Outcome>> act, bool delete, CancellationToken cancel)
    {
        using var single = SingleAct.Begin();
        using var pass = await gate.EnterAsync(cancel);
        try
        {
            return await Run(document, who, act, delete, cancel);
        }
        catch (Exception problem) when (NotSaved.Is(problem))
        {
            logger.LogWarning(problem, "An act on document {Document} was not saved", document.Id);
            document.Load(null);
            return (Outcome.Refused("editing.notSaved"), null);
        }
    }

    private async Task<(Outcome Outcome, AcceptedUpdates? Accepted)> Run(
        LiveDocument document, Actor who, Func<Turn, Task<Outcome>> act, bool delete, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        // It has the database's write lock from here on, so nobody overtakes it.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Head(db, document, cancel) is not { } head)
        {
            return (Outcome.Refused("editing.unknown"), null);
        }
        var draft = new PushDraft(head);
        var outcome = await act(new Turn(draft, who, db));
        if (!outcome.IsDone)
        {
            return (outcome, null);
        }
        if (draft.IsTooLong())
        {
            return (Outcome.Refused("editing.tooLong", DocumentText.MostBytes / 1024 / 1024), null);
        }
        await Append(db, draft);
        await db.SaveChangesAsync(cancel);
        if (delete)
        {
            await Delete(db, document.Id);
        }
        await transaction.CommitAsync(CancellationToken.None);
        if (delete)
        {
            document.Load(null);
            return (outcome, null);
        }
        return (outcome, Advance(document, draft, who));
    }

    private static async Task<DocumentText?> Head(NewsroomDb db, LiveDocument document, CancellationToken cancel)
    {
        var version = await db.Set<Document>().Where(d => d.Id == document.Id).Select(d => (int?)d.Head).FirstOrDefaultAsync(cancel);
        if (version is null || version != document.Text?.Version)
        {
            document.Load(version is null ? null : await DocumentArchive.Read(db, document.Id, version, cancel));
        }
        return document.Text;
    }

    private async Task Append(NewsroomDb db, PushDraft draft)
    {
        var (head, text) = (draft.Head, draft.Text);
        if (text.Version == head.Version)
        {
            return;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        db.AddRange(draft.Updates.Select((authored, i) => new DocumentChange
        {
            DocumentId = head.DocumentId,
            Version = head.Version + i + 1,
            ClientId = authored.Update.ClientId,
            PersonId = authored.PersonId,
            AtUtc = now,
            Changes = authored.Update.Changes.ToJson(),
        }));
        await db.Set<Document>().Where(d => d.Id == head.DocumentId).ExecuteUpdateAsync(set => set.SetProperty(d => d.Head, text.Version));
    }

    private static async Task Delete(NewsroomDb db, long documentId)
    {
        await db.Set<DocumentSnapshot>().Where(s => s.DocumentId == documentId).ExecuteDeleteAsync();
        await db.Set<DocumentChange>().Where(c => c.DocumentId == documentId).ExecuteDeleteAsync();
        await db.Set<Document>().Where(d => d.Id == documentId).ExecuteDeleteAsync();
    }

    private static AcceptedUpdates? Advance(LiveDocument document, PushDraft draft, Actor who)
    {
        if (draft.Updates.Count == 0)
        {
            return null;
        }
        var accepted = new AcceptedUpdates(draft.Head.Version, [.. draft.Updates.Select(authored => authored.Update)], draft.Text, who);
        document.Advance(accepted);
        return accepted;
    }
}
