using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Taxonomy;

/// <summary>What every act on a term has in common: admins only, in the write gate, in one transaction that a refusal leaves undone.</summary>
public sealed class TermActs(IDbContextFactory<NewsroomDb> contexts, WriteGate gate, ILogger<TermActs> logger)
{
    public async Task<Outcome> Do(Actor who, Func<NewsroomDb, Task<Outcome>> act, CancellationToken cancel = default)
    {
        if (!who.IsAdmin)
        {
            return Outcome.Refused("taxonomy.adminsOnly");
        }
        using var pass = await gate.EnterAsync(cancel);
        try
        {
            return await InTransaction(act, cancel);
        }
        catch (Exception problem) when (NotSaved.Is(problem))
        {
            logger.LogWarning(problem, "An act on terms was not saved");
            return Outcome.Refused(NotSaved.Word);
        }
    }

    /// <summary>Why a term cannot be named so: Hugo could not serve it, or another has the name. Hugo's pages do not tell capitals apart.</summary>
    /// <param name="present">The name of the term that is to have it; null: a new one.</param>
    public async Task<Refusal?> RefusalOfName(NewsroomDb db, TermKind kind, string name, string? present, CancellationToken cancel)
    {
        if (TermRules.Refusal(name) is { } word)
        {
            return new Refusal(word);
        }
        var others = await db.Set<Term>().Where(term => term.Kind == kind && term.Name != present).Select(term => term.Name).ToListAsync(cancel);
        return others.Find(other => other.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } taken ? new Refusal("taxonomy.exists", taken) : null;
    }

    private async Task<Outcome> InTransaction(Func<NewsroomDb, Task<Outcome>> act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = await act(db);
        if (outcome.IsDone)
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        return outcome;
    }
}
