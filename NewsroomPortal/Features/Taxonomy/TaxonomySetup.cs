using NewsroomPortal.Features.Editing;

namespace NewsroomPortal.Features.Taxonomy;

public static class TaxonomySetup
{
    public static IServiceCollection AddTaxonomy(this IServiceCollection services) => services
        .AddSingleton<TermActs>()
        .AddSingleton<TermShelf>()
        .AddSingleton<TermEditor>()
        .AddSingleton<ArticleTermEdit>()
        .AddSingleton<IFollowDocuments, TermFollower>();
}
