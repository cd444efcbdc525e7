using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Tests.Support;

/// <summary>A newsroom without its pages: real SQLite in a temporary folder, a clock that tests move.</summary>
public sealed class TestNewsroom : IAsyncDisposable
{
    private readonly Action<IServiceCollection>? _more;
    private readonly ServiceProvider _services;
    private readonly DataFolder _folder;

    private TestNewsroom(string path, FakeTimeProvider clock, Action<IServiceCollection>? more)
    {
        _more = more;
        _folder = new DataFolder(path);
        Clock = clock;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new NewsroomSettings { Data = path });
        services.AddSingleton<Words>();
        services.AddSingleton<AuditTrail>();
        services.AddData(_folder);
        services.AddSingleton<Sessions>();
        services.AddEditing();
        more?.Invoke(services);
        services.TryAddSingleton<IGuardDocuments, OpenHouse>();
        _services = services.BuildServiceProvider();
    }

    public static Actor Mei { get; } = new("mei", "Chan Mei", Role.Journalist);

    public static Actor Lok { get; } = new("lok", "Wong Lok", Role.Journalist | Role.Editor);

    public FakeTimeProvider Clock { get; }

    public string Folder => _folder.Path;

    public Authority Authority => Get<Authority>();

    /// <param name="more">The rooms under test, with their guards and followers; without a guard, everybody may write.</param>
    public static async Task<TestNewsroom> Open(Action<IServiceCollection>? more = null)
    {
        var path = Directory.CreateTempSubdirectory("newsroom-").FullName;
        var newsroom = new TestNewsroom(path, new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero)), more);
        await using var db = newsroom.Db();
        await db.Database.EnsureCreatedAsync();
        return newsroom;
    }

    /// <summary>A second process on the same folder, which knows only what is on the disk; the first one is not asked to end.</summary>
    public TestNewsroom OpenAnother() => new(Folder, Clock, _more);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public NewsroomDb Db() => Get<IDbContextFactory<NewsroomDb>>().CreateDbContext();

    /// <summary>A document of this text, with nothing alongside; the value is its id.</summary>
    public async Task<long> Write(string text, Actor? who = null) =>
        (await Authority.Create(new HugoFile(new FileShape(Bom: false, "\n"), text), who ?? Mei, (_, _) => Task.FromResult(Outcome.Done))).Value;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private sealed class OpenHouse : IGuardDocuments
    {
        public ValueTask<DocumentAccess> Access(Actor who, long documentId, CancellationToken cancel = default) => new(DocumentAccess.Write);
    }
}
