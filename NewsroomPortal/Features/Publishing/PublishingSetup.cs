using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Publishing.TruePreview;

namespace NewsroomPortal.Features.Publishing;

public static class PublishingSetup
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddSingleton(portal => new ContentFolder(portal.GetRequiredService<SiteClock>().SiteFolder))
        .AddSingleton<Placements>()
        .AddSingleton<PublishChecks>()
        .AddSingleton<Publisher>()
        .AddSingleton<DiskCopy>()
        .AddSingleton<ArticleImport>()
        .AddSingleton<ArticleExport>()
        .AddSingleton<NewSite>()
        .AddSingleton<HugoProgram>()
        .AddSingleton<TruePreviews>()
        .AddHostedService<PublishingStart>();

    public static void MapPublishing(this IEndpointRouteBuilder app) => TruePreviewAddress.Map(app);
}
