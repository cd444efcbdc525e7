using NewsroomPortal.Features.Desk.Fields;

namespace NewsroomPortal.Features.Desk;

public static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<FieldEditor>();
        services.AddSingleton<FieldWarnings>();
        services.AddSingleton<DeskBoard>();
        services.AddSingleton<ActDesk>();
        services.AddTransient<ArticleDesk>();
        return services;
    }
}
