using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Desk;
using NewsroomPortal.Features.Desk.Fields;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Desk;

/// <summary>The form over one article, drawn in a newsroom whose clock tests move.</summary>
internal sealed class FormPage : IAsyncDisposable
{
    private readonly BunitContext _page = new();

    private FormPage(TestNewsroom newsroom) => Newsroom = newsroom;

    public TestNewsroom Newsroom { get; }

    public long Id { get; private set; }

    public ArticleForm Form { get; private set; } = null!;

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public static async Task<FormPage> Open()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var page = new FormPage(await TestNewsroom.Open(DeskRooms.Add));
        page._page.JSInterop.Mode = JSRuntimeMode.Loose;
        page._page.Services.AddMudServices();
        page._page.Services.AddSingleton(page.Newsroom.Get<Words>());
        page._page.Services.AddSingleton(page.Newsroom.Get<NewsroomSettings>());
        page._page.Services.AddSingleton(page.Newsroom.Get<SiteClock>());
        page._page.Services.AddSingleton(page.Newsroom.Get<CurrentSite>());
        page._page.Services.AddSingleton(page.Newsroom.Get<TermShelf>());
        return page;
    }

    public async Task<IRenderedComponent<MetadataForm>> Show(string text)
    {
        Id = await Newsroom.Write(text);
        Form = new ArticleForm(
            (await Newsroom.Authority.Read(Id, Cancel))!, () => Task.FromResult<Actor?>(TestNewsroom.Mei), Newsroom.Get<FieldEditor>(), Newsroom.Authority,
            Newsroom.Get<FieldWarnings>());
        return _page.Render<MetadataForm>(form => form.Add(f => f.Form, Form));
    }

    public async Task<string> Text() => (await Newsroom.Authority.Read(Id, Cancel))!.Text;

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        await Newsroom.DisposeAsync();
    }
}
