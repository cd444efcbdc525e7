using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Features.Review;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Benchmarks;

/// <summary>The portal's rooms without its pages, in this process.</summary>
internal static class Rooms
{
    public static async Task<ServiceProvider> Open(string data)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<Words>().AddSingleton<AuditTrail>().AddSingleton<Sessions>();
        services.AddSingleton(new NewsroomSettings { Data = data }).AddData(new DataFolder(data)).AddEditing().AddArticles().AddTaxonomy().AddReview().AddPublishing();
        var rooms = services.BuildServiceProvider();
        await DataSetup.MigrateAsync(rooms.GetRequiredService<IDbContextFactory<NewsroomDb>>(), rooms.GetRequiredService<DataFolder>());
        return rooms;
    }
}
