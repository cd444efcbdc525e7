using System.Diagnostics;

namespace NewsroomPortal.Tests.Durability;

/// <summary>
/// 20 typists at a server that is killed again and again at random moments, while it starts too; after each start the log is compared with
/// what they were told.
/// </summary>
internal sealed class KillRun(KillSubject subject, int seed)
{
    private const int Typists = 20;

    // A log of many lives takes long to look through, so now and then a newsroom begins anew.
    private const int KillsInOneFolder = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Random _random = new(seed);
    private readonly List<double> _ready = [];
    private readonly List<string> _faults = [];
    private int _kills;
    private long _acknowledged;

    /// <param name="tell">Called after each kill.</param>
    public async Task<KillFigures> Kill(int times, Action<KillFigures>? tell = null)
    {
        while (_kills < times)
        {
            var folder = Directory.CreateTempSubdirectory("newsroom-").FullName;
            try
            {
                await KillIn(folder, Math.Min(times, _kills + KillsInOneFolder), tell);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        return Figures();
    }

    private async Task KillIn(string folder, int until, Action<KillFigures>? tell)
    {
        await subject.Prepare(folder);
        // The first start makes a database; from then on it is ready again.
        await using (await subject.Start(folder))
        {
        }
        using var acknowledgements = new SemaphoreSlim(0);
        var typists = Enumerable.Range(0, Typists)
            .Select(i => new Typist($"typist{i:00}", i % subject.Articles + 1, subject.FirstPosition, new Random(_random.Next()), () => acknowledgements.Release())).ToList();
        while (_kills < until)
        {
            if (_random.Next(10) == 0)
            {
                await subject.KillInStart(folder, TimeSpan.FromMilliseconds(_random.Next(20, (int)Median() + 20)));
                _kills++;
            }
            await Live(folder, typists, acknowledgements);
            _kills++;
            tell?.Invoke(Figures());
        }
        await using var last = await Start(folder);
        _faults.AddRange(LogInspection.Faults(folder, typists));
        _acknowledged += typists.Sum(typist => typist.Acknowledged);
    }

    private async Task Live(string folder, List<Typist> typists, SemaphoreSlim acknowledgements)
    {
        await using var victim = await Start(folder);
        _faults.AddRange(LogInspection.Faults(folder, typists));
        using var stop = new CancellationTokenSource();
        var typing = new List<Task>();
        foreach (var typist in typists)
        {
            var line = await victim.Connect();
            typing.Add(Task.Run(() => typist.Type(line, subject.Pause, stop.Token), CancellationToken.None));
        }
        for (var left = _random.Next(subject.MostInOneLife); left > 0; left--)
        {
            if (!await acknowledgements.WaitAsync(Patience))
            {
                _faults.Add($"No acknowledgement for {Patience.TotalSeconds} s.");
                break;
            }
        }
        // Not always just after an acknowledgement.
        await Task.Delay(_random.Next(15), CancellationToken.None);
        await victim.Kill();
        await stop.CancelAsync();
        foreach (var typist in typing)
        {
            await Ended(typist);
        }
    }

    private async Task<IVictim> Start(string folder)
    {
        var started = Stopwatch.StartNew();
        var victim = await subject.Start(folder);
        _ready.Add(started.Elapsed.TotalMilliseconds);
        return victim;
    }

    private async Task Ended(Task typing)
    {
        try
        {
            await typing;
        }
        catch (IOException)
        {
            // The cut that was wanted.
        }
        catch (Exception problem)
        {
            _faults.Add(problem.Message);
        }
    }

    private double Median() => _ready.Count == 0 ? 500 : _ready.Order().ElementAt(_ready.Count / 2);

    private KillFigures Figures() => new(_kills, _acknowledged, TimeSpan.FromMilliseconds(Median()), TimeSpan.FromMilliseconds(_ready.DefaultIfEmpty().Max()), [.. _faults]);
}

/// <summary>What is killed.</summary>
/// <param name="Prepare">Makes a data folder.</param>
/// <param name="Start">Ends when it is ready.</param>
/// <param name="KillInStart">Starts it and kills it after so long.</param>
/// <param name="Articles">How many there are, from id 1.</param>
/// <param name="FirstPosition">Where typists may write, from here to the end.</param>
/// <param name="Pause">Between two changes of a typist, on average.</param>
/// <param name="MostInOneLife">Acknowledgements before a kill, at most.</param>
internal sealed record KillSubject(
    Func<string, Task> Prepare, Func<string, Task<IVictim>> Start, Func<string, TimeSpan, Task> KillInStart, int Articles, int FirstPosition, TimeSpan Pause, int MostInOneLife)
{
    /// <summary>The log alone.</summary>
    public static KillSubject Log { get; } = new(
        _ => Task.CompletedTask, async folder => await LogProcess.Start(folder), LogProcess.KillInStart, LogHost.Articles, LogHost.FirstText.Length, TimeSpan.FromMilliseconds(20), MostInOneLife: 400);
}

/// <param name="Acknowledged">Changes, of the newsrooms that are through.</param>
internal sealed record KillFigures(int Kills, long Acknowledged, TimeSpan MedianReady, TimeSpan LongestReady, IReadOnlyList<string> Faults);
