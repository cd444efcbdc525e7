using MudBlazor;
using MudBlazor.Services;

namespace NewsroomPortal.Shell;

public static class ShellSetup
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRequestLocalization(LanguageChoice.Configure);
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DetailedErrors = false;
            // More than a newsroom has people: a circuit dropped early costs them their page.
            options.DisconnectedCircuitMaxRetained = 500;
        });
        services.AddMudServices(options => options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter);
        return services;
    }

    /// <summary>What every request passes before it comes to a room.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.Use(SameOrigin.Require);
        app.UseRequestLocalization();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/problem/500", createScopeForErrors: true);
        }
        app.UseWhen(IsForAPage, pages => pages.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        LanguageChoice.Map(app);
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>Scripts want the bare status, people a page.</summary>
    private static bool IsForAPage(HttpContext http) => http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
