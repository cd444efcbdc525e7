using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Desk.History;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Editing.History;
using NewsroomPortal.Features.People;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Features.Review;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Tests.Features.Articles;

/// <summary>Pages and panels of the staffed newsroom, as one of its staff sees them.</summary>
internal sealed class PageBench : BunitContext
{
    public PageBench(StaffedNewsroom newsroom, Actor who)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton(newsroom.Get<Words>());
        Services.AddSingleton(newsroom.Get<NewsroomSettings>());
        Services.AddSingleton(newsroom.Get<ArticleList>());
        Services.AddSingleton(newsroom.Shelf);
        Services.AddSingleton(newsroom.Get<ReviewRecord>());
        Services.AddSingleton(newsroom.Disk);
        Services.AddSingleton(newsroom.House.Authority);
        Services.AddSingleton(newsroom.Get<Placements>());
        Services.AddSingleton(newsroom.Get<DocumentHistory>());
        Services.AddSingleton(new Restorer(newsroom.Get<ArticleActs>(), newsroom.House.Authority, newsroom.Get<DocumentAccessPolicy>()));
        Services.AddTransient<HistoryDesk>();
        Services.AddSingleton(TimeProvider.System);
        using var db = newsroom.House.Db();
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(db.Find<Person>(who.PersonId)!));
        Services.AddSingleton(new Sessions(newsroom.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<NewsroomPortal.Foundation.Data.NewsroomDb>>(), newsroom.House.Clock));
        Services.AddScoped<CurrentActor>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    /// <summary>The component below the providers that MudBlazor's dialogs and messages need.</summary>
    public IRenderedComponent<T> Show<T>(Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent
    {
        Render<MudPopoverProvider>();
        Dialogs = Render<MudDialogProvider>();
        Render<MudSnackbarProvider>();
        return Render(parameters ?? (_ => { }));
    }

    public IRenderedComponent<MudDialogProvider> Dialogs { get; private set; } = null!;

    private sealed class SignedIn(Person person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, person.Id), new("session", "here"), new("stamp", person.SecurityStamp ?? "")], "bench"))));
    }
}
