using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Desk;
using NewsroomPortal.Features.Taxonomy;

namespace NewsroomPortal.Tests.Features.Desk;

/// <summary>The rooms that the desk puts side by side, without their guards: those tests that ask who may write add them.</summary>
internal static class DeskRooms
{
    public static void Add(IServiceCollection services) => services.AddArticles().AddTaxonomy().AddDesk();
}
