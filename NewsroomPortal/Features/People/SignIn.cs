using Microsoft.AspNetCore.Identity;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.People;

/// <summary>Tells whether an address and a password are somebody's. Every refusal has the same words and costs the same hash, known or not.</summary>
public sealed class SignIn(Accounts accounts, PeopleRegister register, SignInAttempts attempts, IPasswordHasher<Person> hasher, TimeProvider clock)
{
    private static readonly Person Nobody = new() { Name = "" };

    private readonly string _nobodysHash = hasher.HashPassword(Nobody, OneTimeToken.New());

    /// <param name="address">The network address that asks.</param>
    public async Task<Outcome<Person>> Check(string email, string password, string address)
    {
        if (!attempts.Begin(address))
        {
            return new Refusal("people.tooManyAttempts", SignInAttempts.WindowLength.TotalMinutes);
        }
        var person = await register.Find(email);
        var rightPassword = hasher.VerifyHashedPassword(person ?? Nobody, person?.PasswordHash ?? _nobodysHash, password) != PasswordVerificationResult.Failed;
        var right = false;
        var counted = await accounts.Act(async (_, users) =>
        {
            var known = person is null ? null : await users.FindByIdAsync(person.Id);
            if (known is { Disabled: false } && !await users.IsLockedOutAsync(known))
            {
                right = rightPassword;
                PeopleRegister.Require(rightPassword ? await users.ResetAccessFailedCountAsync(known) : await users.AccessFailedAsync(known));
            }
            return Outcome.Done;
        });
        if (!counted.IsDone)
        {
            // On a full disk nobody can count failures, but who may come in may.
            right = rightPassword && person is { Disabled: false } && !(person.LockoutEnd > clock.GetUtcNow());
        }
        if (person is null || !right)
        {
            return new Refusal("people.signInWrong");
        }
        attempts.Forgive(address);
        return person;
    }
}
