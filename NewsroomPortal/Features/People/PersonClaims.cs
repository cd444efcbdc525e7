using System.Security.Claims;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.People;

/// <summary>A person as the cookie carries them, and back.</summary>
public static class PersonClaims
{
    private const string Stamp = "stamp";
    private const string Session = "session";

    /// <summary>Who does an act, by the cookie, which each request compares with the database.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint lacks its authorization.</exception>
    public static Actor AsActor(this ClaimsPrincipal principal) => new(
        principal.PersonId() ?? throw new InvalidOperationException("Nobody is signed in."),
        principal.Identity?.Name ?? "",
        RoleNames.All.Where(role => principal.IsInRole(role.Key)).Aggregate(Role.None, (roles, role) => roles | role.Value));

    internal static string? PersonId(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true } ? principal.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    internal static string? SessionId(this ClaimsPrincipal principal) => principal.FindFirstValue(Session);

    internal static bool HasStampOf(this ClaimsPrincipal principal, Person person) => principal.FindFirstValue(Stamp) == person.SecurityStamp;

    public static ClaimsPrincipal AsPrincipal(this Person person, string scheme) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, person.Id),
            new(ClaimTypes.Name, person.Name),
            new(Stamp, person.SecurityStamp ?? ""),
            new(Session, OneTimeToken.New()),
            .. RoleNames.In(person.Roles).Select(role => new Claim(ClaimTypes.Role, role)),
        ],
        scheme));
}
