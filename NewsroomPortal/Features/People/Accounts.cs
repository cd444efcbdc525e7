using Microsoft.AspNetCore.Identity;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.People;

/// <summary>
/// The one way that accounts change: behind the write gate, with a context and a <see cref="UserManager{TUser}"/> of the act's own, in one
/// transaction that a refusal leaves undone. Passwords are hashed before, since that takes a tenth of a second.
/// </summary>
public sealed class Accounts(IServiceScopeFactory scopes, WriteGate gate, ILogger<Accounts> logger)
{
    internal async Task<Outcome<T>> Act<T>(Func<NewsroomDb, UserManager<Person>, Task<Outcome<T>>> act)
    {
        using var pass = await gate.EnterAsync();
        try
        {
            return await InTransaction(act);
        }
        catch (Exception problem) when (NotSaved.Is(problem))
        {
            logger.LogWarning(problem, "An act on accounts was not saved");
            return new Refusal(NotSaved.Word);
        }
    }

    internal async Task<Outcome> Act(Func<NewsroomDb, UserManager<Person>, Task<Outcome>> act)
    {
        var outcome = await Act<bool>(async (db, users) => await act(db, users) is { IsDone: false } refused ? refused.Refusal : true);
        return outcome.IsDone ? Outcome.Done : outcome.Refusal;
    }

    private async Task<Outcome<T>> InTransaction<T>(Func<NewsroomDb, UserManager<Person>, Task<Outcome<T>>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsroomDb>();
        await using var turn = await db.Database.BeginTransactionAsync();
        var outcome = await act(db, scope.ServiceProvider.GetRequiredService<UserManager<Person>>());
        if (outcome.IsDone)
        {
            await db.SaveChangesAsync();
            await turn.CommitAsync();
        }
        return outcome;
    }
}
