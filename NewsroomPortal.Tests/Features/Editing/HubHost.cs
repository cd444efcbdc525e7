using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Tests.Features.Editing;

/// <summary>The hub on a real server, without the pages: people sign in by a header that names them.</summary>
internal sealed class HubHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private HubHost(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public Authority Authority => Get<Authority>();

    public Desk Desk => Get<Desk>();

    public static async Task<HubHost> Start()
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new NewsroomSettings { Data = folder });
        builder.Services.AddSingleton<Words>();
        builder.Services.AddData(new DataFolder(folder));
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddEditing();
        builder.Services.AddSingleton<Desk>();
        builder.Services.AddSingleton<IGuardDocuments>(services => services.GetRequiredService<Desk>());
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, NamedInHeader>("test", null);
        builder.Services.AddAuthorization();
        builder.Services.AddRequestLocalization(options => options.SetDefaultCulture(Words.Chinese).AddSupportedUICultures([.. Words.Languages]));
        var app = builder.Build();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapEditing();
        var host = new HubHost(app, folder);
        await using (var db = host.Db())
        {
            await db.Database.EnsureCreatedAsync();
        }
        await app.StartAsync();
        return host;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public NewsroomDb Db() => Get<IDbContextFactory<NewsroomDb>>().CreateDbContext();

    public async Task<string> Hire(string name)
    {
        await using var db = Db();
        var person = new Person { Name = name, UserName = $"{name}@example.org", SecurityStamp = "1", Roles = Role.Journalist };
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }

    public async Task<long> Write(string text) =>
        (await Authority.Create(new HugoFile(new FileShape(false, "\n"), text), Actor.Portal, (_, _) => Task.FromResult(Outcome.Done))).Value;

    public HttpClient Browser(string? personId, string language = "zh-HK")
    {
        var browser = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        Sign(personId, language, browser.DefaultRequestHeaders.Add);
        return browser;
    }

    /// <param name="page">Whose page asks, where it says so.</param>
    public HubConnection Connection(string? personId, string language = "zh-HK", string? page = null) => new HubConnectionBuilder()
        .WithUrl(new Uri(new Uri(_app.Urls.First()), page is null ? "/hubs/editing" : $"/hubs/editing?person={page}"), options => Sign(personId, language, options.Headers.Add)).Build();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Sign(string? personId, string language, Action<string, string> add)
    {
        add("Accept-Language", language);
        if (personId is not null)
        {
            add("X-Person", personId);
        }
    }

    private sealed class NamedInHeader(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, IDbContextFactory<NewsroomDb> contexts)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
    {
        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            await using var db = await contexts.CreateDbContextAsync();
            var id = Request.Headers["X-Person"].ToString();
            if (await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == id) is not { } person)
            {
                return AuthenticateResult.NoResult();
            }
            var claims = new[]
            {
                new Claim(ClaimTypes.NameIdentifier, person.Id), new Claim(ClaimTypes.Name, person.Name),
                new Claim("stamp", person.SecurityStamp!), new Claim("session", Guid.NewGuid().ToString()),
            };
            return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name));
        }
    }
}

/// <summary>Who may do what, as a test sets it.</summary>
internal sealed class Desk : IGuardDocuments
{
    public Func<Actor, long, DocumentAccess> Rule { get; set; } = (_, _) => DocumentAccess.Write;

    public ValueTask<DocumentAccess> Access(Actor who, long documentId, CancellationToken cancel = default) => new(Rule(who, documentId));
}
