using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing;

/// <summary>New documents: the row, the first change, and what comes alongside.</summary>
internal sealed class Births(IDbContextFactory<NewsroomDb> contexts, WriteGate gate, TimeProvider clock, ILogger logger)
{
    public async Task<(IReadOnlyList<Outcome<long>> Outcomes, IReadOnlyList<AcceptedUpdates> Born)> Create(
        IReadOnlyList<NewDocument> documents, Actor who, CancellationToken cancel)
    {
        using var single = SingleAct.Begin();
        using var pass = await gate.EnterAsync(cancel);
        try
        {
            return await CreateAll(documents, who, cancel);
        }
        catch (Exception problem) when (NotSaved.Is(problem))
        {
            logger.LogWarning(problem, "{Count} new documents were not saved", documents.Count);
            return ([.. documents.Select(_ => (Outcome<long>)new Refusal("editing.notSaved"))], []);
        }
    }

    private async Task<(IReadOnlyList<Outcome<long>>, IReadOnlyList<AcceptedUpdates>)> CreateAll(
        IReadOnlyList<NewDocument> documents, Actor who, CancellationToken cancel)
    {
        var outcomes = new List<Outcome<long>>();
        var born = new List<AcceptedUpdates>();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var document in documents)
        {
            var (accepted, refusal) = await CreateOne(db, transaction, document, who, cancel);
            db.ChangeTracker.Clear();
            outcomes.Add(accepted is null ? refusal! : accepted.Text.DocumentId);
            if (accepted is not null)
            {
                born.Add(accepted);
            }
        }
        await transaction.CommitAsync(CancellationToken.None);
        return (outcomes, born);
    }

    private async Task<(AcceptedUpdates?, Refusal?)> CreateOne(
        NewsroomDb db, IDbContextTransaction transaction, NewDocument document, Actor who, CancellationToken cancel)
    {
        var file = document.File;
        var change = ChangeSet.Replace(0, 0, 0, file.Text);
        if (PushDraft.IsTooLong(file.Text))
        {
            return (null, new Refusal("editing.tooLong", DocumentText.MostBytes / 1024 / 1024));
        }
        await transaction.CreateSavepointAsync("birth", cancel);
        var row = new Document { Head = 1, Bom = file.Shape.Bom, NewLine = file.Shape.NewLine };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        var update = new Update(PortalClient.NewId(), change);
        db.Add(new DocumentChange
        {
            DocumentId = row.Id,
            Version = 1,
            ClientId = update.ClientId,
            PersonId = who.PersonId,
            AtUtc = clock.GetUtcNow().UtcDateTime,
            Changes = change.ToJson(),
        });
        var text = new DocumentText(row.Id, 1, file.Text, file.Shape);
        var outcome = await document.Alongside(db, text);
        if (!outcome.IsDone)
        {
            await transaction.RollbackToSavepointAsync("birth", cancel);
            return (null, outcome.Refusal);
        }
        await db.SaveChangesAsync(cancel);
        await transaction.ReleaseSavepointAsync("birth", cancel);
        return (new AcceptedUpdates(0, [update], text, who), null);
    }
}
