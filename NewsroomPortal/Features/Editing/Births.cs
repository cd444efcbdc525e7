using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing;

/// <summary>New documents: the row, the first change, and what comes alongside.</summary>
internal sealed class Births(IDbContextFactory<NewsroomDb> contexts, WriteGate gate, FollowedBirths followedBirths, TimeProvider clock, ILogger logger)
{
    public async Task<(IReadOnlyList<Outcome<long>> Outcomes, IReadOnlyList<AcceptedUpdates> Born)> Create(
        IReadOnlyList<NewDocument> documents, Actor who, IReadOnlyList<Type> followed, CancellationToken cancel)
    {
        using var single = SingleAct.Begin();
        using var pass = await gate.EnterAsync(cancel);
        try
        {
            return await CreateAll(documents, who, followed, cancel);
        }
        catch (Exception problem) when (NotSaved.Is(problem))
        {
            logger.LogWarning(problem, "{Count} new documents were not saved", documents.Count);
            return ([.. documents.Select(_ => (Outcome<long>)new Refusal("editing.notSaved"))], []);
        }
    }

    private async Task<(IReadOnlyList<Outcome<long>>, IReadOnlyList<AcceptedUpdates>)> CreateAll(
        IReadOnlyList<NewDocument> documents, Actor who, IReadOnlyList<Type> followed, CancellationToken cancel)
    {
        var outcomes = new List<Outcome<long>>();
        var born = new List<AcceptedUpdates>();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        using var rows = new BirthRows(db, clock);
        foreach (var document in documents)
        {
            var (accepted, refusal) = await CreateOne(db, transaction, rows, document, who, cancel);
            db.ChangeTracker.Clear();
            outcomes.Add(accepted is null ? refusal! : accepted.Text.DocumentId);
            if (accepted is not null)
            {
                born.Add(accepted);
            }
        }
        var waiting = await rows.MarkFollowed(followed, cancel);
        await transaction.CommitAsync(CancellationToken.None);
        foreach (var (follower, first, last) in waiting)
        {
            followedBirths.Add(follower, first, last);
        }
        return (outcomes, born);
    }

    private static async Task<(AcceptedUpdates?, Refusal?)> CreateOne(
        NewsroomDb db, IDbContextTransaction transaction, BirthRows rows, NewDocument document, Actor who, CancellationToken cancel)
    {
        if (document.IsTooLong)
        {
            return (null, new Refusal("editing.tooLong", DocumentText.MostBytes / 1024 / 1024));
        }
        await transaction.CreateSavepointAsync("birth", cancel);
        var (text, sequence) = rows.Add(document, who);
        var outcome = await document.Alongside(db, text);
        if (!outcome.IsDone)
        {
            await transaction.RollbackToSavepointAsync("birth", cancel);
            return (null, outcome.Refusal);
        }
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancel);
        }
        await transaction.ReleaseSavepointAsync("birth", cancel);
        rows.Keep(sequence);
        return (new AcceptedUpdates(0, [document.First], text, who), null);
    }
}
