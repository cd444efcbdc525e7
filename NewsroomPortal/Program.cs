using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Desk;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Features.Review;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Shell;
using NewsroomPortal.Shell.Commands;

return await CommandLine.Run(args);

/// <summary>The table of contents: one line a room.</summary>
public partial class Program
{
    internal static void AddRooms(IServiceCollection services, DataFolder folder)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Words>();
        services.AddSingleton<AuditTrail>();
        services.AddData(folder);
        services.AddPeople(folder);
        services.AddEditing();
        services.AddArticles();
        services.AddTaxonomy();
        services.AddReview();
        services.AddPublishing();
        services.AddDesk();
        services.AddShell();
    }

    internal static void MapRooms(WebApplication app)
    {
        app.UseShell();
        app.MapPeople();
        app.MapEditing();
        app.MapArticles();
        app.MapPublishing();
        app.MapShell();
    }
}
