using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.People;

/// <summary>
/// Who is signed in. A session holds while its person is not disabled and their security stamp is the one signed in with: new roles, a new
/// password and signing out everywhere make a new stamp.
/// </summary>
public sealed class Sessions(IDbContextFactory<NewsroomDb> contexts, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _signedOut = new();

    internal const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>The person as they are now, or null where the session has ended.</summary>
    public async Task<Person?> Whose(ClaimsPrincipal principal, CancellationToken cancel = default)
    {
        if (principal.PersonId() is not { } id || IsSignedOut(principal))
        {
            return null;
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return Holding(principal, await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel));
    }

    /// <summary>As <see cref="Whose(ClaimsPrincipal, CancellationToken)"/>, for many at once, by their places.</summary>
    public async Task<IReadOnlyList<Person?>> Whose(IReadOnlyList<ClaimsPrincipal> principals, CancellationToken cancel = default)
    {
        var ids = principals.Select(principal => principal.PersonId()).OfType<string>().Distinct().ToList();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var people = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return [.. principals.Select(principal => principal.PersonId() is { } id ? Holding(principal, people.GetValueOrDefault(id)) : null)];
    }

    internal static Task Begin(HttpContext http, Person person) =>
        http.SignInAsync(Scheme, person.AsPrincipal(Scheme), new AuthenticationProperties { IsPersistent = true });

    /// <summary>
    /// Ends this session: its cookie, and the circuits of its other tabs. Circuits die with the process, so what was signed out is
    /// remembered in memory.
    /// </summary>
    internal Task End(HttpContext http)
    {
        if (http.User.SessionId() is { } id)
        {
            _signedOut[id] = clock.GetUtcNow();
            Forget(clock.GetUtcNow() - SessionCookie.Lifetime);
        }
        return http.SignOutAsync(Scheme);
    }

    /// <summary>The person, where the session holds.</summary>
    private Person? Holding(ClaimsPrincipal principal, Person? person) =>
        person is { Disabled: false } && !IsSignedOut(principal) && principal.HasStampOf(person) ? person : null;

    private bool IsSignedOut(ClaimsPrincipal principal) => principal.SessionId() is not { } session || _signedOut.ContainsKey(session);

    private void Forget(DateTimeOffset before)
    {
        foreach (var old in _signedOut.Where(session => session.Value < before))
        {
            _signedOut.TryRemove(old);
        }
    }
}
