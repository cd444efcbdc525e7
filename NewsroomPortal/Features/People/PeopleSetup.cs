using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.People;

public static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services, DataFolder folder)
    {
        services.AddIdentityCore<Person>(options =>
        {
            options.User.RequireUniqueEmail = true;
            // Addresses are checked by AccountRules; Identity's list of characters knows only Latin ones.
            options.User.AllowedUserNameCharacters = "";
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        }).AddEntityFrameworkStores<NewsroomDb>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddDataProtection().SetApplicationName("NewsroomPortal").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));

        services.AddAuthentication(Sessions.Scheme).AddCookie(SessionCookie.Configure);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionWatch>();

        services.AddSingleton<SetupKey>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<PeopleRegister>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<Sessions>();
        services.AddScoped<CurrentActor>();
        return services;
    }

    public static void MapPeople(this IEndpointRouteBuilder app) => app.MapPost("/account/sign-out", async (HttpContext http, IAntiforgery antiforgery, Sessions sessions) =>
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }
        await sessions.End(http);
        return Results.LocalRedirect("~/account/sign-in");
    }).AllowAnonymous();
}
