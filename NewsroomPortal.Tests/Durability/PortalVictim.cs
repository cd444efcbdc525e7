using System.Net;
using Microsoft.Data.Sqlite;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Durability;

/// <summary>The whole portal as the victim: typists are editors who are signed in.</summary>
internal sealed class PortalVictim : IVictim
{
    private const int Articles = 5;
    private const string Email = "lok@example.hk";
    private const string Password = "three quiet words of a test";

    private readonly PortalProcess _portal;
    private readonly CookieContainer _cookies = new();
    private readonly List<HubLine> _lines = [];

    private PortalVictim(PortalProcess portal) => _portal = portal;

    public static KillSubject Subject { get; } = new(
        Prepare, async folder => await Start(folder), PortalProcess.KillInStart, Articles, LogHost.FirstText.Length, TimeSpan.FromMilliseconds(20), MostInOneLife: 1000);

    /// <summary>A data folder with articles and an editor.</summary>
    public static async Task Prepare(string folder)
    {
        var files = Directory.CreateDirectory(Path.Combine(folder, "import", "content")).FullName;
        for (var number = 1; number <= Articles; number++)
        {
            await File.WriteAllTextAsync(Path.Combine(files, $"{number}.md"), LogHost.FirstText);
        }
        await PortalProcess.Run("import", Path.Combine(folder, "import"), "--data", folder);
        await PortalProcess.Run("user", "add", Email, "--role", "editor", "--password", Password, "--data", folder);
        await StartCorrections(folder);
    }

    public static async Task<PortalVictim> Start(string folder, IReadOnlyList<string>? inside = null) => new(await PortalProcess.Serve(folder, inside: inside));

    /// <summary>One at a time: the first signs in.</summary>
    public async Task<ILine> Connect()
    {
        if (_cookies.Count == 0)
        {
            await SignIn();
        }
        var line = await HubLine.Connect(_portal.Address, _cookies);
        _lines.Add(line);
        return line;
    }

    public int Id => _portal.Id;

    /// <summary>What an editor's browser is answered.</summary>
    public async Task<string> Read(string page)
    {
        using var browser = Browser();
        return await browser.GetStringAsync(page);
    }

    public Task Kill() => _portal.Kill();

    public async ValueTask DisposeAsync()
    {
        foreach (var line in _lines)
        {
            await line.DisposeAsync();
        }
        await _portal.DisposeAsync();
    }

    /// <exception cref="InvalidOperationException">They are not let in.</exception>
    public async Task SignIn()
    {
        using var browser = Browser();
        using var answer = await browser.Submit("/account/sign-in", new() { ["Form.Email"] = Email, ["Form.Password"] = Password });
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Sign-in was answered with {(int)answer.StatusCode}.");
        }
    }

    /// <summary>What is imported is closed; how it is opened again is of no matter here.</summary>
    private static async Task StartCorrections(string folder)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "newsroom.db")};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = $"UPDATE Articles SET Working = {(int)WorkingState.Draft}";
        await command.ExecuteNonQueryAsync();
    }

    private HttpClient Browser() =>
        new(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(_portal.Address) };
}
