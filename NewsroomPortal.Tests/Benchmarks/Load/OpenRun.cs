using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Benchmarks.Load;

/// <summary>
/// Opening an article with a long log beside a fresh one of the same text: text, joining, first preview, over the real protocol. Cold: the first
/// time after the portal's start, once it has opened other articles; warm: again and again. The long log ends as far from its newest
/// snapshot as it can.
/// </summary>
internal sealed class OpenRun(string address, Browser browser, HubLine line)
{
    private const int KilobytesOfBody = 5;
    // Even: each of the two is the first to be opened as often as the other.
    private const int Starts = 8;
    private const int Others = 12;
    private const int WarmRounds = 30;
    private const int InOnePush = 100;
    // One less than what brings the next snapshot.
    private const int AfterSnapshot = 499;

    public static async Task Run(int changes)
    {
        using var newsroom = await Newsroom.Make(people: 1, articles: 0, KilobytesOfBody);
        var (others, fresh, old) = await Write(newsroom.Folder, changes);
        var cold = new Dictionary<long, List<double>> { [fresh] = [], [old] = [] };
        var warm = new Dictionary<long, List<double>> { [fresh] = [], [old] = [] };
        for (var start = 0; start < Starts; start++)
        {
            await using var portal = await PortalProcess.Serve(newsroom.Folder);
            using var browser = await newsroom.SignIn(portal.Address, 0);
            await using var line = await Floor.Connect(portal.Address, browser.Cookies);
            var run = new OpenRun(portal.Address, browser, line);
            foreach (var other in others)
            {
                await run.Open(other);
            }
            long[] order = start % 2 == 0 ? [fresh, old] : [old, fresh];
            foreach (var article in order)
            {
                cold[article].Add(await run.Open(article));
            }
            for (var round = 0; round < WarmRounds; round++)
            {
                foreach (var article in order)
                {
                    warm[article].Add(await run.Open(article));
                }
            }
        }
        Report(changes, "the first time after a start", new Waits(cold[fresh]), new Waits(cold[old]));
        Report(changes, "again", new Waits(warm[fresh].Skip(WarmRounds)), new Waits(warm[old].Skip(WarmRounds)));
        var check = await MeasuredRun.Of(["dotnet", PortalProcess.Built(), "check", "--data", newsroom.Folder]);
        Console.WriteLine(FormattableString.Invariant($"check: {check.Seconds:0.0} s, {check.PeakBytes / 1e6:0} MB at most. {Snapshots(newsroom.Folder, old)}"));
    }

    private static async Task<(List<long> Others, long Fresh, long Old)> Write(string folder, int changes)
    {
        await using var rooms = await Rooms.Open(folder);
        var body = ChineseArticle.Body(KilobytesOfBody);
        var others = new List<long>();
        for (var number = 0; number < Others; number++)
        {
            others.Add(await Newsroom.Write(rooms, body));
        }
        var (fresh, old) = (await Newsroom.Write(rooms, body), await Newsroom.Write(rooms, body));
        var authority = rooms.GetRequiredService<Authority>();
        var page = new LongLog(authority, old, (await authority.Read(old))!);
        await page.Type(changes / 500 * 500);
        // The last snapshot is written behind the back of the typing.
        await page.Type(AfterSnapshot);
        return (others, fresh, old);
    }

    private static void Report(int changes, string when, Waits fresh, Waits old) => Console.WriteLine(FormattableString.Invariant(
        $"Opening {when}: {old.At(0.5):0.0} ms with {changes} changes, {fresh.At(0.5):0.0} ms with 2 (medians of {old.Count}): {old.At(0.5) / fresh.At(0.5):0.00} of it."));

    private static string Snapshots(string folder, long article)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "newsroom.db")}");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = $"SELECT count(*), max(Version), sum(length(CAST(Text AS BLOB))) FROM DocumentSnapshots WHERE DocumentId = {article.ToString(CultureInfo.InvariantCulture)}";
        using var row = command.ExecuteReader();
        row.Read();
        return FormattableString.Invariant($"{row.GetInt32(0)} snapshots, the newest at {row.GetInt32(1)}, {row.GetInt64(2) / 1e6:0.00} MB; database {new FileInfo(Path.Combine(folder, "newsroom.db")).Length / 1e6:0.0} MB.");
    }

    private async Task<double> Open(long article)
    {
        var began = Stopwatch.GetTimestamp();
        using var text = await browser.Http.GetAsync($"{address}/articles/{article}/text");
        await text.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        var version = int.Parse(text.Headers.GetValues("X-Newsroom-Version").Single(), CultureInfo.InvariantCulture);
        await line.Invoke("Join", json =>
        {
            json.WriteNumberValue(article);
            json.WriteNumberValue(version);
        });
        await line.Invoke("Preview", json => json.WriteNumberValue(article));
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await line.Invoke("Leave", json => json.WriteNumberValue(article));
        return took;
    }

    /// <summary>Types a letter and takes it back, by turns.</summary>
    private sealed class LongLog(Authority authority, long article, DocumentText text)
    {
        private static readonly Actor Editor = new("load", "Load", Role.Editor | Role.Journalist);

        private readonly string _client = Guid.NewGuid().ToString("N");
        private int _version = text.Version;
        private bool _isTyped;

        public async Task Type(int keys)
        {
            for (var left = keys; left > 0; left -= InOnePush)
            {
                var updates = Enumerable.Range(0, Math.Min(left, InOnePush)).Select(_ => Key()).ToList();
                var answer = await authority.Push(article, _version, updates, Editor);
                _version = answer.Refused is null ? answer.Version : throw new InvalidOperationException(answer.Refused.ToString());
            }
        }

        private Update Key()
        {
            var (length, at) = (text.Text.Length, text.Text.Length / 2);
            _isTyped = !_isTyped;
            return new Update(_client, _isTyped ? ChangeSet.Replace(length, at, at, "字") : ChangeSet.Replace(length + 1, at, at + 1, ""));
        }
    }
}
