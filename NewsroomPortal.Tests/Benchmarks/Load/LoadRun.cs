using System.Diagnostics;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Benchmarks.Load;

/// <summary>
/// Many people typing into few articles: the built portal as a program of its own, and all the pages in this one, on the same machine. Beside them,
/// in the same seconds, some connections measure the floor (<see cref="Floor"/>); after them all pages' people measure it, with nobody typing.
/// </summary>
internal sealed class LoadRun(int people, int articles, int seconds)
{
    private const int KilobytesOfBody = 5;
    private const int FloorsBeside = 10;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FloorAlone = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<Browser> _browsers = [];
    private readonly List<TypingPage> _pages = [];
    private readonly List<HubLine> _floors = [];

    public static async Task Run(int people, int articles, int seconds)
    {
        using var newsroom = await Newsroom.Make(people, articles, KilobytesOfBody);
        await new LoadRun(people, articles, seconds).Measure(newsroom);
    }

    private async Task Measure(Newsroom newsroom)
    {
        await using var portal = await PortalProcess.Serve(newsroom.Folder);
        await using var floor = new Floor(newsroom.Folder);
        await Arrive(newsroom, portal.Address);
        Console.WriteLine(FormattableString.Invariant($"{people} people have arrived. They type for {WarmUp.TotalSeconds:0} s to warm both sides up, then for {seconds} s."));
        await Type(WarmUp, floor);
        _pages.ForEach(page => page.Forget());
        var (keysBefore, bytesBefore) = (_pages.Sum(page => page.Keys), _pages.Sum(page => page.BytesReceived));

        var gauge = new ServerGauge(portal.Id);
        var (beside, late) = await Type(TimeSpan.FromSeconds(seconds), floor);
        var processor = gauge.Processor;
        await gauge.DisposeAsync();
        var (keys, bytes) = (_pages.Sum(page => page.Keys) - keysBefore, _pages.Sum(page => page.BytesReceived) - bytesBefore);
        var settled = await Settle();
        var waits = new Waits(_pages.SelectMany(page => page.Waits));
        var alone = await MeasureFloorAlone(portal.Address, floor);

        Console.WriteLine(FormattableString.Invariant($"{people} people, 5 keys/s each, into {articles} articles of {KilobytesOfBody} KB for {seconds} s: {keys} keys, {keys / (double)seconds:0} a second."));
        Console.WriteLine();
        Console.WriteLine("| milliseconds | p50 | p95 | p99 | longest |");
        Console.WriteLine("|---|---|---|---|---|");
        Console.WriteLine($"| key to acknowledgement | {waits} |");
        Console.WriteLine($"| null hub call and one commit, beside the typing | {beside} |");
        Console.WriteLine($"| the same at the same rate and number, nobody types | {alone} |");
        Console.WriteLine($"| this process late at a key | {late} |");
        Console.WriteLine();
        Console.WriteLine(FormattableString.Invariant($"Key to acknowledgement takes {waits.At(0.5) / beside.At(0.5):0.00} of a null call and a commit in the same seconds (p50), {waits.At(0.5) / alone.At(0.5):0.00} of one with nobody typing."));
        Console.WriteLine(FormattableString.Invariant($"Server: {processor.TotalMilliseconds / keys:0.00} ms of processor a key, {processor.TotalSeconds / seconds:0.00} cores; {bytes / keys} bytes sent a key; resident MB every 10 s: {string.Join(' ', gauge.Megabytes.Select(mb => FormattableString.Invariant($"{mb:0}")))}."));
        Console.WriteLine($"Answers that came before their updates: {_pages.Sum(page => page.CatchUps)}.");
        await Compare(newsroom, portal, settled);
    }

    private async Task Arrive(Newsroom newsroom, string address)
    {
        for (var person = 0; person < people; person++)
        {
            var browser = await newsroom.SignIn(address, person);
            _browsers.Add(browser);
            _pages.Add(await TypingPage.Open(address, browser.Cookies, browser.Http, newsroom.Articles[person % articles], person));
        }
        for (var number = 0; number < FloorsBeside; number++)
        {
            _floors.Add(await Floor.Connect(address, _browsers[number % people].Cookies));
        }
    }

    /// <summary>Everybody types for a while; the values are what the floor took beside them, and how late this process was.</summary>
    private async Task<(Waits Beside, Waits Late)> Type(TimeSpan length, Floor floor)
    {
        var typing = _pages.Select((page, number) => (Hands: new Metronome(), page, Offset: number / (double)people)).ToList();
        var measuring = MeasureFloor(_floors, length, floor);
        await Task.WhenAll(typing.Select(one => one.Hands.Run(one.Offset, length, one.page.Type)));
        return (await measuring, new Waits(typing.SelectMany(one => one.Hands.Late)));
    }

    private async Task<Waits> MeasureFloorAlone(string address, Floor floor)
    {
        for (var number = _floors.Count; number < people; number++)
        {
            _floors.Add(await Floor.Connect(address, _browsers[number].Cookies));
        }
        return await MeasureFloor(_floors, FloorAlone, floor);
    }

    private static async Task<Waits> MeasureFloor(List<HubLine> lines, TimeSpan length, Floor floor)
    {
        var waits = new List<double>();
        await Task.WhenAll(lines.Select((line, number) => new Metronome().Run(number / (double)lines.Count, length, async () =>
        {
            var wait = await floor.Measure(line);
            lock (waits)
            {
                waits.Add(wait);
            }
        })));
        return new Waits(waits);
    }

    /// <summary>Until all pages of each article stand at the same version with nothing unconfirmed.</summary>
    private async Task<TimeSpan> Settle()
    {
        var began = Stopwatch.GetTimestamp();
        while (!_pages.GroupBy(page => page.ArticleId).All(article => article.All(page => page.IsSettled) && article.Select(page => page.Version).Distinct().Count() == 1))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                break;
            }
            await Task.Delay(BetweenLooks);
        }
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>The pages with the server, then, after it was killed, with the log on its disk.</summary>
    private async Task Compare(Newsroom newsroom, PortalProcess portal, TimeSpan settled)
    {
        var served = new Dictionary<long, string>();
        foreach (var article in newsroom.Articles)
        {
            served[article] = await _browsers[0].Http.GetStringAsync($"/articles/{article}/text");
        }
        await portal.Kill();
        var problems = _pages.SelectMany(page => page.Errors).ToList();
        foreach (var article in _pages.GroupBy(page => page.ArticleId))
        {
            var log = LogCopy.Read(newsroom.Folder, article.Key);
            problems.AddRange(article.Where(page => page.Text != log.Text).Select(page => $"Article {page.ArticleId}: a page at version {page.Version} has another text than the log."));
            problems.AddRange(article.Where(page => page.Keys != log.Changes.GetValueOrDefault(page.ClientId)).Select(page => $"Article {page.ArticleId}: of {page.Keys} keys of a page {log.Changes.GetValueOrDefault(page.ClientId)} are in the log."));
            problems.AddRange(served[article.Key] == log.Text ? [] : [$"Article {article.Key}: the server had another text than the log."]);
        }
        foreach (var page in _pages)
        {
            await page.DisposeAsync();
        }
        foreach (var line in _floors)
        {
            await line.DisposeAsync();
        }
        Console.WriteLine(FormattableString.Invariant($"{articles} texts the same on all pages, at the server and in the log {settled.TotalSeconds:0.0} s after the last key; every key in the log once; problems: {problems.Count}."));
        problems.Take(20).ToList().ForEach(Console.WriteLine);
        Environment.ExitCode = problems.Count == 0 ? 0 : 1;
    }
}
