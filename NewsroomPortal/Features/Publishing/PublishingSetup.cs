using NewsroomPortal.Features.Articles;

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
        .AddSingleton<FolderDecisions>()
        .AddSingleton<FolderWork>()
        .AddSingleton<ArticleExport>()
        .AddSingleton<NewSite>()
        .AddHostedService<PublishingStart>();
}
