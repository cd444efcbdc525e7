using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Editing.History;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Benchmarks;

/// <summary>The past of an article with a long log: 50 KB of Chinese, changed at random places by two people.</summary>
public class HistoryBenchmarks
{
    private const int InAPush = 500;

    private static readonly Actor Reader = new("lok", "Wong Lok", Role.Editor);

    private readonly Ticking _clock = new();
    private string _folder = "";
    private ServiceProvider _services = null!;
    private DocumentHistory _history = null!;
    private long _id;
    private string _first = "";
    private string _newest = "";

    [Params(1_000, 100_000)]
    public int Changes { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        _folder = Directory.CreateTempSubdirectory("newsroom-").FullName;
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_clock).AddData(new DataFolder(_folder)).AddEditing();
        _services = services.AddSingleton<IGuardDocuments, OpenHouse>().BuildServiceProvider();
        await using (var db = await _services.GetRequiredService<IDbContextFactory<NewsroomDb>>().CreateDbContextAsync())
        {
            await db.Database.EnsureCreatedAsync();
        }
        _history = _services.GetRequiredService<DocumentHistory>();
        _first = ChineseArticle.Body(50);
        await Write(_services.GetRequiredService<Authority>());
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public async Task NewestPage()
    {
        var reading = await _history.Open(Reader, _id);
        await reading!.ReadOlder();
    }

    /// <summary>One step of the slider, in the middle: both texts, what differs, and who made it.</summary>
    [Benchmark]
    public async Task Step()
    {
        var middle = Changes / 2 + 250;
        var (before, after) = (await _history.At(Reader, _id, middle), await _history.At(Reader, _id, middle + 1));
        await _history.WhoChanged(Reader, _id, middle, middle + 1, TextComparison.Between(before!.Text.Text, after!.Text.Text));
    }

    [Benchmark]
    public int CompareFirstWithNewest() => TextComparison.Between(_first, _newest).Count;

    [Benchmark]
    public async Task AuthorsOfAllPassages() => await _history.WhoChanged(Reader, _id, 1, Changes + 1, TextComparison.Between(_first, _newest));

    /// <summary>The first time, when nothing is kept.</summary>
    [Benchmark]
    public async Task AuthorsOfALine() => await new Authorship(_services.GetRequiredService<IDbContextFactory<NewsroomDb>>()).Of(_id, Changes + 1, 100, 200);

    [Benchmark]
    public async Task AuthorsOfALineAgain() => await _history.LineAt(Reader, _id, 40);

    private async Task Write(Authority authority)
    {
        _id = (await authority.Create(new HugoFile(new FileShape(false, "\n"), _first), Actor.Portal, (_, _) => Task.FromResult(Outcome.Done))).Value;
        var chance = new Random(1);
        var text = new StringBuilder(_first);
        for (var version = 1; version <= Changes; version += InAPush)
        {
            var updates = new List<Update>();
            for (var i = 0; i < InAPush; i++)
            {
                var at = chance.Next(text.Length);
                // The lines stay as many as they are.
                var takesOut = i % 2 == 1 && text[at] != '\n';
                updates.Add(new Update($"page-{version}", ChangeSet.Replace(text.Length, at, takesOut ? at + 1 : at, takesOut ? "" : "字")));
                _ = takesOut ? text.Remove(at, 1) : text.Insert(at, '字');
            }
            var who = (version / InAPush) % 2 == 0 ? Reader : new Actor("mei", "Chan Mei", Role.Journalist);
            var answer = await authority.Push(_id, version, updates, who);
            _ = answer.Refused is null ? 0 : throw new InvalidOperationException(answer.Refused.ToString());
            _clock.Pass(TimeSpan.FromMinutes(10));
        }
        _newest = (await authority.Read(_id))!.Text;
    }

    private sealed class Ticking : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Pass(TimeSpan time) => _now += time;
    }

    private sealed class OpenHouse : IGuardDocuments
    {
        public ValueTask<DocumentAccess> Access(Actor who, long documentId, CancellationToken cancel = default) => new(DocumentAccess.Write);
    }
}
