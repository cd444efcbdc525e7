using Microsoft.AspNetCore.Components.Authorization;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.People;

/// <summary>Who sits at this page, with the roles that they have now: read anew for each act, so what an admin changed counts at once.</summary>
public sealed class CurrentActor(AuthenticationStateProvider circuit, Sessions sessions)
{
    /// <summary>Null: nobody is signed in, or no longer.</summary>
    public async Task<Actor?> Who() => (await sessions.Whose((await circuit.GetAuthenticationStateAsync()).User))?.AsActor();
}
