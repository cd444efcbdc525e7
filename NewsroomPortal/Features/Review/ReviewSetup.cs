using NewsroomPortal.Features.Editing;

namespace NewsroomPortal.Features.Review;

public static class ReviewSetup
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<ShortcodeChecks>()
        .AddSingleton<SubmitChecks>()
        .AddSingleton<Reviewer>()
        .AddSingleton<ReviewRecord>()
        .AddSingleton<IGuardDocuments, ReviewGuard>()
        .AddSingleton<IFollowDocuments, ReviewFollower>();
}
