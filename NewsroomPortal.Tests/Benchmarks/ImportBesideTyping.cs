using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Benchmarks;

/// <summary>
/// An import inside a portal in which somebody types ten keys a second: how long each key waits for its "saved", beside the same typing with
/// no import; and how long the import takes, until lists and terms are complete too, beside the same import with nobody typing.
/// </summary>
internal static class ImportBesideTyping
{
    private static readonly Actor Journalist = new("mei", "Chan Mei", Role.Journalist);

    private static readonly TimeSpan Key = TimeSpan.FromMilliseconds(100);

    public static async Task Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-").FullName;
        try
        {
            NewsTree.Write(Path.Combine(folder, "tree"), count);
            // The first run warms the program up.
            await Import(folder, Math.Min(count, 500), types: true);
            var alone = await Import(folder, count, types: false);
            var quiet = await Quiet(folder);
            var both = await Import(folder, count, types: true);
            Console.WriteLine();
            Console.WriteLine("| of one process | seconds | keys | saved after ms, median / p95 / longest |");
            Console.WriteLine("|---|---|---|---|");
            Console.WriteLine(FormattableString.Invariant($"| import of {count:N0}, nobody types | {alone.Seconds:0.0} | | |"));
            Console.WriteLine(FormattableString.Invariant($"| typing, no import | {quiet.Seconds:0.0} | {Tell(quiet.Keys)} |"));
            Console.WriteLine(FormattableString.Invariant($"| import of {count:N0}, somebody types | {both.Seconds:0.0} | {Tell(both.Keys)} |"));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Tell(List<double> keys)
    {
        keys.Sort();
        return FormattableString.Invariant($"{keys.Count} | {keys[keys.Count / 2]:0.0} / {keys[keys.Count * 95 / 100]:0.0} / {keys[^1]:0.0}");
    }

    private static Task<(double Seconds, List<double> Keys)> Quiet(string folder) => In(folder, async portal =>
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(8));
        var watch = Stopwatch.StartNew();
        var keys = await Type(portal, enough.Token);
        return (watch.Elapsed.TotalSeconds, keys);
    });

    private static Task<(double Seconds, List<double> Keys)> Import(string folder, int count, bool types) => In(folder, async portal =>
    {
        using var done = new CancellationTokenSource();
        var typing = types ? Task.Run(() => Type(portal, done.Token)) : Task.FromResult(new List<double>());
        var tree = Path.Combine(folder, "tree");
        var import = new FolderImport(tree, portal.GetRequiredService<ArticleImport>(), portal.GetRequiredService<FileImport>());
        var watch = Stopwatch.StartNew();
        var taken = await import.Take([.. ImportFolder.Find(tree).Take(count)], Actor.Portal).CountAsync(file => file.Refusal is null);
        await portal.GetRequiredService<Following>().Settled();
        var seconds = watch.Elapsed.TotalSeconds;
        await done.CancelAsync();
        return taken == count ? (seconds, await typing) : throw new InvalidOperationException($"Of {count} files {taken} were taken.");
    });

    private static async Task<List<double>> Type(IServiceProvider portal, CancellationToken until)
    {
        var authority = portal.GetRequiredService<Authority>();
        var id = (await portal.GetRequiredService<ArticleShelf>().Create(Journalist, CancellationToken.None)).Value;
        var (version, text) = (1, (await authority.Read(id, CancellationToken.None))!.Text);
        var keys = new List<double>();
        while (!until.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            var answer = await authority.Push(id, version, [new Update("page", ChangeSet.Replace(text.Length, text.Length, text.Length, "字"))], Journalist, CancellationToken.None);
            keys.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            (version, text) = answer.Refused is null ? (answer.Version, text + "字") : throw new InvalidOperationException(answer.Refused.ToString());
            await Task.Delay(Key, CancellationToken.None);
        }
        return keys;
    }

    private static async Task<(double Seconds, List<double> Keys)> In(string folder, Func<IServiceProvider, Task<(double Seconds, List<double> Keys)>> work)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
        await using var portal = await Rooms.Open(data);
        portal.GetRequiredService<NewSite>().MakeIfMissing();
        var following = portal.GetRequiredService<Following>();
        await following.StartAsync(CancellationToken.None);
        var figures = await work(portal);
        await following.StopAsync(CancellationToken.None);
        return figures;
    }
}
