using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.People;

/// <summary>Links by which admins let people in, and back in when a password is forgotten. They are shown once, to be passed on.</summary>
public sealed class Invitations(
    Accounts accounts, PeopleRegister register, IDbContextFactory<NewsroomDb> contexts, IPasswordHasher<Person> hasher, AuditTrail trail, TimeProvider clock)
{
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(7);

    /// <summary>The answer is the link's token. An earlier invitation to the same address ends.</summary>
    public Task<Outcome<string>> Invite(Actor who, string email, string name, Role roles)
    {
        if ((AccountRules.Email(email) ?? AccountRules.Name(name) ?? AccountRules.Roles(roles)) is { } wrong)
        {
            return Task.FromResult<Outcome<string>>(wrong);
        }
        return accounts.Act<string>(async (db, users) =>
        {
            if (!who.IsAdmin)
            {
                return new Refusal("people.adminsOnly");
            }
            if (await users.FindByEmailAsync(email.Trim()) is not null)
            {
                return new Refusal("people.emailTaken", email.Trim());
            }
            trail.Record(db, who, "invite", subject: email.Trim(), to: RoleNames.Of(roles));
            return await Issue(db, who, InvitationPurpose.NewAccount, email.Trim(), name.Trim(), roles, personId: null);
        });
    }

    /// <summary>The answer is the token of a link at which the person gives a new password; the old one works until then.</summary>
    public Task<Outcome<string>> Renew(Actor who, string personId) => accounts.Act<string>(async (db, users) =>
    {
        if (!who.IsAdmin)
        {
            return new Refusal("people.adminsOnly");
        }
        if (await users.FindByIdAsync(personId) is not { Disabled: false } person)
        {
            return new Refusal("people.unknown");
        }
        trail.Record(db, who, "renew-password-link", subject: person.Email);
        return await Issue(db, who, InvitationPurpose.NewPassword, person.Email!, person.Name, person.Roles, person.Id);
    });

    public Task<Outcome> Withdraw(Actor who, long invitationId) => accounts.Act(async (db, _) =>
    {
        if (!who.IsAdmin)
        {
            return Outcome.Refused("people.adminsOnly");
        }
        if (await db.Set<Invitation>().FirstOrDefaultAsync(i => i.Id == invitationId && i.UsedAtUtc == null) is not { } invitation)
        {
            return Outcome.Refused("people.linkOver");
        }
        trail.Record(db, who, "withdraw-invitation", subject: invitation.Email);
        db.Remove(invitation);
        return Outcome.Done;
    });

    /// <summary>Invitations that nobody used yet, newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> Waiting()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Set<Invitation>().AsNoTracking()
            .Where(i => i.UsedAtUtc == null && i.ExpiresAtUtc > now && i.Purpose == InvitationPurpose.NewAccount)
            .OrderByDescending(i => i.Id).ToListAsync();
    }

    /// <summary>Who the link is for; null where it is unknown, used or too old.</summary>
    public async Task<Invitation?> Find(string? token)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await Find(db, token);
    }

    /// <summary>Makes the account, or gives it its new password, and uses the link up.</summary>
    public async Task<Outcome<Person>> Accept(string? token, string name, string password)
    {
        if (await Find(token) is not { } invitation)
        {
            return new Refusal("people.linkOver");
        }
        return invitation.Purpose == InvitationPurpose.NewAccount
            ? await register.Enter(name, invitation.Email, password, invitation.Roles, (db, person) => Use(db, token, person, "accept-invitation"))
            : await GivePassword(token, invitation, password);
    }

    private async Task<Outcome<Person>> GivePassword(string? token, Invitation invitation, string password)
    {
        if (AccountRules.Password(password, invitation.Email, invitation.Name) is { } wrong)
        {
            return wrong;
        }
        return await accounts.Act<Person>(async (db, users) =>
        {
            if (await users.FindByIdAsync(invitation.PersonId!) is not { Disabled: false } person)
            {
                return new Refusal("people.linkOver");
            }
            if (await Use(db, token, person, "renew-password") is { IsDone: false } refused)
            {
                return refused.Refusal;
            }
            person.PasswordHash = hasher.HashPassword(person, password);
            person.AccessFailedCount = 0;
            person.LockoutEnd = null;
            PeopleRegister.Require(await users.UpdateSecurityStampAsync(person));
            return person;
        });
    }

    /// <summary>Asks again inside the transaction, so that two people with one link do not both come in.</summary>
    private async Task<Outcome> Use(NewsroomDb db, string? token, Person person, string act)
    {
        if (await Find(db, token) is not { } invitation)
        {
            return Outcome.Refused("people.linkOver");
        }
        invitation.UsedAtUtc = clock.GetUtcNow().UtcDateTime;
        trail.Record(db, person.AsActor(), act, subject: person.Email, to: RoleNames.Of(person.Roles));
        return Outcome.Done;
    }

    private async Task<Invitation?> Find(NewsroomDb db, string? token)
    {
        var hash = OneTimeToken.HashOf(token ?? "");
        var invitation = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.TokenHash == hash);
        return invitation is not null && invitation.IsOpen(clock.GetUtcNow().UtcDateTime) ? invitation : null;
    }

    private async Task<string> Issue(NewsroomDb db, Actor who, InvitationPurpose purpose, string email, string name, Role roles, string? personId)
    {
        db.RemoveRange(await db.Set<Invitation>().Where(i => i.Email == email && i.UsedAtUtc == null).ToListAsync());
        var token = OneTimeToken.New();
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new Invitation
        {
            TokenHash = OneTimeToken.HashOf(token),
            Purpose = purpose,
            Email = email,
            Name = name,
            Roles = roles,
            PersonId = personId,
            CreatedAtUtc = now,
            ExpiresAtUtc = now + Lifetime,
            CreatedById = who.PersonId,
        });
        return token;
    }
}
