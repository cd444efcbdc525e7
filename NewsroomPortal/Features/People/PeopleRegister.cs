using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.People;

/// <summary>Who works in the newsroom, and as what.</summary>
public sealed class PeopleRegister(
    Accounts accounts, IDbContextFactory<NewsroomDb> contexts, IPasswordHasher<Person> hasher, AuditTrail trail, SetupKey key, TimeProvider clock)
{
    public async Task<bool> IsEmpty()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return !await db.Set<Person>().AnyAsync();
    }

    public async Task<IReadOnlyList<Person>> List()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Set<Person>().AsNoTracking().OrderBy(person => person.Disabled).ThenBy(person => person.Name).ToListAsync();
    }

    public async Task<Person?> Find(string email)
    {
        var normal = email.Trim().ToUpperInvariant();
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(person => person.NormalizedEmail == normal);
    }

    /// <summary>Makes the first person, at the set-up link. Somebody must be able to admit others, so an admin is among the roles.</summary>
    public Task<Outcome<Person>> Found(string? setupKey, string name, string email, string password, Role roles)
    {
        if (!key.Opens(setupKey))
        {
            return Task.FromResult<Outcome<Person>>(new Refusal("people.setupKeyWrong"));
        }
        if (!roles.HasFlag(Role.Admin))
        {
            return Task.FromResult<Outcome<Person>>(new Refusal("people.firstIsAdmin"));
        }
        return Enter(name, email, password, roles, async (db, person) =>
        {
            if (await db.Set<Person>().AnyAsync())
            {
                return Outcome.Refused("people.setupDone");
            }
            trail.Record(db, person.AsActor(), "found-newsroom", subject: person.Email, to: RoleNames.Of(roles));
            return Outcome.Done;
        });
    }

    /// <summary>Makes an account at once, without an invitation.</summary>
    public Task<Outcome<Person>> Add(Actor who, string name, string email, string password, Role roles) =>
        !who.IsAdmin ? Task.FromResult<Outcome<Person>>(new Refusal("people.adminsOnly")) : Enter(name, email, password, roles, (db, person) =>
        {
            trail.Record(db, who, "add-person", subject: person.Email, to: RoleNames.Of(roles));
            return Task.FromResult(Outcome.Done);
        });

    /// <summary>Whoever's roles change is signed out, so that nothing on their screen speaks of the old ones.</summary>
    public Task<Outcome> SetRoles(Actor who, string personId, Role roles) => Change(who, personId, async (db, person) =>
    {
        if (AccountRules.Roles(roles) is { } none)
        {
            return none;
        }
        if (!roles.HasFlag(Role.Admin) && await IsLastAdmin(db, person))
        {
            return Outcome.Refused("people.lastAdmin");
        }
        trail.Record(db, who, "set-roles", subject: person.Email, from: RoleNames.Of(person.Roles), to: RoleNames.Of(roles));
        person.Roles = roles;
        return Outcome.Done;
    });

    /// <summary>Ends the person's sessions and lets them sign in no more. What they wrote stays theirs.</summary>
    public Task<Outcome> Disable(Actor who, string personId) => Change(who, personId, async (db, person) =>
    {
        if (await IsLastAdmin(db, person))
        {
            return Outcome.Refused("people.lastAdmin");
        }
        trail.Record(db, who, "disable-person", subject: person.Email);
        person.Disabled = true;
        return Outcome.Done;
    });

    public Task<Outcome> Enable(Actor who, string personId) => Change(who, personId, (db, person) =>
    {
        trail.Record(db, who, "enable-person", subject: person.Email);
        person.Disabled = false;
        return Task.FromResult(Outcome.Done);
    });

    /// <summary>Makes the account that <paramref name="alongside"/> agrees to, in one transaction with what that adds.</summary>
    internal async Task<Outcome<Person>> Enter(
        string name, string email, string password, Role roles, Func<NewsroomDb, Person, Task<Outcome>> alongside)
    {
        if ((AccountRules.Name(name) ?? AccountRules.Email(email) ?? AccountRules.Password(password, email, name) ?? AccountRules.Roles(roles)) is { } wrong)
        {
            return wrong;
        }
        var person = new Person
        {
            Name = name.Trim(),
            UserName = email.Trim(),
            Email = email.Trim(),
            EmailConfirmed = true,
            Roles = roles,
            CreatedAtUtc = clock.GetUtcNow().UtcDateTime,
        };
        person.PasswordHash = hasher.HashPassword(person, password);
        return await accounts.Act<Person>(async (db, users) =>
        {
            if (await alongside(db, person) is { IsDone: false } refused)
            {
                return refused.Refusal;
            }
            if (await users.FindByEmailAsync(person.Email) is not null)
            {
                return new Refusal("people.emailTaken", person.Email);
            }
            Require(await users.CreateAsync(person));
            return person;
        });
    }

    private Task<Outcome> Change(Actor who, string personId, Func<NewsroomDb, Person, Task<Outcome>> change) => accounts.Act(async (db, users) =>
    {
        if (!who.IsAdmin)
        {
            return Outcome.Refused("people.adminsOnly");
        }
        if (await users.FindByIdAsync(personId) is not { } person)
        {
            return Outcome.Refused("people.unknown");
        }
        var outcome = await change(db, person);
        if (outcome.IsDone)
        {
            Require(await users.UpdateSecurityStampAsync(person));
        }
        return outcome;
    });

    private static async Task<bool> IsLastAdmin(NewsroomDb db, Person person) =>
        person.AsActor().IsAdmin && !person.Disabled
        && !await db.Set<Person>().AnyAsync(other => other.Id != person.Id && !other.Disabled && (other.Roles & Role.Admin) != 0);

    /// <summary>Identity's own checks repeat those made here; a difference is a fault of the program, not of the input.</summary>
    internal static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"Identity refused: {string.Join(", ", result.Errors.Select(error => error.Description))}");
        }
    }
}
