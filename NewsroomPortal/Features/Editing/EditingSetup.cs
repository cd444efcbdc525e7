using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using NewsroomPortal.Features.Editing.History;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Features.Editing;

public static class EditingSetup
{
    public static IServiceCollection AddEditing(this IServiceCollection services)
    {
        services.AddSingleton<ChangeLog>();
        services.AddSingleton<DocumentAccessPolicy>();
        services.AddSingleton<Authority>();
        services.AddSingleton<Authorship>();
        services.AddSingleton<DocumentHistory>();
        services.AddSingleton<Following>();
        services.AddHostedService(provider => provider.GetRequiredService<Following>());

        services.AddSingleton<MarkdownRenderer>();
        services.AddHostedService<RenderWarmUp>();
        services.AddSingleton<PagePreview>();
        services.AddSingleton<Seats>();
        services.AddSingleton<PresenceFeed>();
        services.AddSingleton<PreviewFeed>();
        services.AddSingleton<StandingFeed>();
        services.AddSingleton<UpdateFeed>();
        services.AddMetrics();
        services.AddSingleton<EditingGauges>();
        services.AddSignalR().AddHubOptions<EditingHub>(Configure);
        return services;
    }

    public static void MapEditing(this IEndpointRouteBuilder app)
    {
        // These listen from their making on.
        app.ServiceProvider.GetRequiredService<UpdateFeed>();
        app.ServiceProvider.GetRequiredService<EditingGauges>();
        app.MapHub<EditingHub>("/hubs/editing").RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireAssertion(IsTheirs));
        app.MapGet("/articles/{id:long}/text", Text).RequireAuthorization();
    }

    private static void Configure(HubOptions<EditingHub> options)
    {
        // A browser that hears nothing for three of these takes the line for dead.
        options.KeepAliveInterval = TimeSpan.FromSeconds(1);
        // Browsers let the timers of hidden pages run once a minute.
        options.ClientTimeoutInterval = TimeSpan.FromSeconds(90);
        // A push that waits for a busy disk must not keep the page's other calls waiting.
        options.MaximumParallelInvocationsPerClient = 4;
    }

    /// <summary>
    /// A page says whose it is: in a browser where somebody else has signed in since, what its person typed is neither sent nor shown.
    /// </summary>
    private static bool IsTheirs(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && http.Request.Query["person"].ToString() is var person && (person.Length == 0 || person == context.User.PersonId());

    /// <summary>The whole file as text, for the editor's first load; at an older version, for a page that is loaded anew.</summary>
    private static async Task<IResult> Text(long id, int? version, HttpContext http, Authority authority, DocumentAccessPolicy policy)
    {
        var access = await policy.Access(http.User.AsActor(), id, http.RequestAborted);
        if (!access.MayRead || await Read() is not { } text)
        {
            return Results.NotFound();
        }
        http.Response.Headers["X-Newsroom-Version"] = text.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(Encoding.UTF8.GetBytes(text.Text), "text/plain; charset=utf-8");

        Task<DocumentText?> Read() => version is { } wanted ? authority.ReadAt(id, wanted, http.RequestAborted) : authority.Open(id, http.RequestAborted);
    }
}
