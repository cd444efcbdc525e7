using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace NewsroomPortal.Features.People;

/// <summary>Ends a circuit's sign-in within seconds of its session's end: a circuit sends no requests that the cookie could be checked on.</summary>
internal sealed class SessionWatch(ILoggerFactory logs, Sessions sessions) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(4);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await sessions.Whose(authenticationState.User, cancellationToken) is not null;
}
