using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Benchmarks;

/// <summary>
/// From a push to its answer, on real SQLite with an fsync before each: alone, and with others that wait for the same commit. Beside it the
/// floor: the same row by a prepared command in a transaction of its own.
/// </summary>
public class AppendBenchmarks
{
    private const string Text = "天星小輪今早由尖沙咀開往中環。\n";

    private readonly List<Page> _pages = [];
    private string _folder = "";
    private ServiceProvider _services = null!;
    private Authority _authority = null!;
    private SqliteConnection _floor = null!;

    /// <summary>People who push at the same moment, each into an article of their own.</summary>
    [Params(1, 20, 100, 200)]
    public int Writers { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        _folder = Directory.CreateTempSubdirectory("newsroom-").FullName;
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddData(new DataFolder(_folder)).AddEditing();
        _services = services.AddSingleton<IGuardDocuments, OpenHouse>().BuildServiceProvider();
        await using (var db = await _services.GetRequiredService<IDbContextFactory<NewsroomDb>>().CreateDbContextAsync())
        {
            await db.Database.EnsureCreatedAsync();
        }
        _authority = _services.GetRequiredService<Authority>();
        for (var i = 0; i < Writers; i++)
        {
            var created = await _authority.Create(new HugoFile(new FileShape(false, "\n"), Text), Actor.Portal, (_, _) => Task.FromResult(Outcome.Done));
            _pages.Add(new Page(created.Value, $"page-{i}"));
        }
        _floor = new SqliteConnection($"Data Source={Path.Combine(_folder, "floor.db")}");
        await _floor.OpenAsync();
        await Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE Changes (Id INTEGER PRIMARY KEY, Text TEXT)");
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await _services.DisposeAsync();
        await _floor.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public Task Push() => Task.WhenAll(_pages.Select(page => page.Push(_authority)));

    [Benchmark(Baseline = true)]
    public async Task RowInATransactionOfItsOwn()
    {
        for (var i = 0; i < Writers; i++)
        {
            await Run("INSERT INTO Changes (Text) VALUES ('[7,[0,\"字\"],9]')");
        }
    }

    private async Task Run(string sql)
    {
        await using var command = _floor.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Types a character and takes it back, by turns, so that the text stays as long as it is.</summary>
    private sealed class Page(long documentId, string client)
    {
        private int _version = 1;

        public async Task Push(Authority authority)
        {
            var change = _version % 2 == 1 ? ChangeSet.Replace(Text.Length, 7, 7, "字") : ChangeSet.Replace(Text.Length + 1, 7, 8, "");
            var answer = await authority.Push(documentId, _version, [new Update(client, change)], Actor.Portal);
            _version = answer.Refused is null ? answer.Version : throw new InvalidOperationException(answer.Refused.ToString());
        }
    }
}
