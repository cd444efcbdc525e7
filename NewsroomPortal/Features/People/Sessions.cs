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
        if (principal.PersonId() is not { } id || principal.SessionId() is not { } session || _signedOut.ContainsKey(session))
        {
            return null;
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel);
        return person is { Disabled: false } && principal.HasStampOf(person) ? person : null;
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

    private void Forget(DateTimeOffset before)
    {
        foreach (var old in _signedOut.Where(session => session.Value < before))
        {
            _signedOut.TryRemove(old);
        }
    }
}
