using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Tests.Support;

/// <summary>
/// The whole portal, as <c>Program</c> puts it together, over a temporary data folder. In memory through <see cref="Browser"/>, or at a real address
/// after <see cref="Serve"/>. Given a folder, it leaves that to whoever made it.
/// </summary>
/// <param name="more">What is added to its services.</param>
public sealed class PortalFactory(string? folder = null, Action<IServiceCollection>? more = null) : WebApplicationFactory<Program>
{
    public const string Password = "three quiet words of a test";

    public string Folder { get; } = folder ?? Directory.CreateTempSubdirectory("newsroom-").FullName;

    public string SetupPath => $"/setup?key={Get<SetupKey>().Value}";

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Starts Kestrel at a free port; the value is the address, without a slash at its end.</summary>
    public string Serve()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    /// <summary>Makes an account with <see cref="Password"/>; the address is made of the name.</summary>
    public async Task<Person> Add(string name, Role roles)
    {
        var outcome = await Get<PeopleRegister>().Add(Actor.Portal, name, $"{name.Replace(' ', '.')}@example.hk", Password, roles);
        return outcome.IsDone ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.ToString());
    }

    /// <summary>A browser with cookies of its own, in English, that follows no redirects by itself.</summary>
    public HttpClient Browser()
    {
        var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        browser.DefaultRequestHeaders.Add("Accept-Language", "en");
        return browser;
    }

    public async Task<HttpClient> SignedIn(Person person)
    {
        var browser = Browser();
        var answer = await browser.Submit("/account/sign-in", new() { ["Form.Email"] = person.Email!, ["Form.Password"] = Password });
        return answer.Headers.Location is not null ? browser : throw new InvalidOperationException($"{person.Email} cannot sign in: {(int)answer.StatusCode}");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data", Folder);
        builder.ConfigureLogging(logs => logs.ClearProviders());
        builder.ConfigureServices(services => more?.Invoke(services));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (folder is null)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
