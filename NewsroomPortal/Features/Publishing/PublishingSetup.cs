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
        .AddSingleton<FileVault>()
        .AddSingleton<ArticleImport>()
        .AddSingleton<FileImport>()
        .AddSingleton<FolderComparison>()
        .AddSingleton<FileDecisions>()
        .AddSingleton<RenamedFile>()
        .AddSingleton<FolderDecisions>()
        .AddSingleton<FolderWork>()
        .AddSingleton<ArticleExport>()
        .AddSingleton<NewSite>()
        .AddSingleton<HugoProgram>()
        .AddSingleton<TruePreviews>()
        .AddHostedService<PublishingStart>();

    public static void MapPublishing(this IEndpointRouteBuilder app) => TruePreviewAddress.Map(app);
}
