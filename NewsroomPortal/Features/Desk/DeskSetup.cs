using NewsroomPortal.Features.Desk.Fields;
using NewsroomPortal.Features.Desk.History;

namespace NewsroomPortal.Features.Desk;

public static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<FieldEditor>();
        services.AddSingleton<FieldWarnings>();
        services.AddSingleton<DeskBoard>();
        services.AddSingleton<ActDesk>();
        services.AddSingleton<Restorer>();
        services.AddTransient<ArticleDesk>();
        services.AddTransient<HistoryDesk>();
        return services;
    }
}
