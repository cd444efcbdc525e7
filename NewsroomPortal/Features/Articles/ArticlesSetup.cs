using NewsroomPortal.Features.Editing;

namespace NewsroomPortal.Features.Articles;

public static class ArticlesSetup
{
    public static IServiceCollection AddArticles(this IServiceCollection services) => services
        .AddSingleton<SiteClock>()
        .AddSingleton<ArticlePaths>()
        .AddSingleton<Approvals>()
        .AddSingleton<ArticleActs>()
        .AddSingleton<ArticleShelf>()
        .AddSingleton<ArticleList>()
        .AddSingleton<IFollowDocuments, ArticleFollower>();

    public static void MapArticles(this IEndpointRouteBuilder app) => TextToDraft.Map(app);
}
