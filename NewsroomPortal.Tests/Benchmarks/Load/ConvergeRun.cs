using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Features.Editing;

namespace NewsroomPortal.Benchmarks.Load;

/// <summary>Many seeded runs of some editors in one document each (<see cref="SeededEditors"/>), all against one authority on real SQLite.</summary>
internal static class ConvergeRun
{
    private const int AtOnce = 200;
    private const int InOneDatabase = 10_000;
    private const int MostTold = 20;

    /// <param name="first">The seed of the first of them.</param>
    public static async Task Run(int runs, int first)
    {
        var watch = Stopwatch.StartNew();
        var problems = new List<string>();
        for (var done = 0; done < runs; done += InOneDatabase)
        {
            problems.AddRange(await Run(Enumerable.Range(first + done, Math.Min(InOneDatabase, runs - done))));
            Console.WriteLine(FormattableString.Invariant($"{Math.Min(runs, done + InOneDatabase):N0} runs in {watch.Elapsed.TotalSeconds:0} s, {problems.Count} of them bad."));
        }
        problems.Take(MostTold).ToList().ForEach(Console.WriteLine);
        Environment.ExitCode = problems.Count == 0 ? 0 : 1;
    }

    private static async Task<List<string>> Run(IEnumerable<int> seeds)
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-").FullName;
        try
        {
            var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddData(new DataFolder(folder)).AddEditing();
            await using var rooms = services.AddSingleton<IGuardDocuments, OpenHouse>().BuildServiceProvider();
            await DataSetup.MigrateAsync(rooms.GetRequiredService<IDbContextFactory<NewsroomDb>>(), rooms.GetRequiredService<DataFolder>());
            var authority = rooms.GetRequiredService<Authority>();
            var problems = new List<string>();
            await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seed, _) =>
            {
                try
                {
                    var empty = new HugoFile(new FileShape(Bom: false, "\n"), "");
                    await SeededEditors.Run(authority, (await authority.Create(empty, Actor.Portal, (_, _) => Task.FromResult(Outcome.Done), CancellationToken.None)).Value, seed);
                }
                catch (Exception problem)
                {
                    lock (problems)
                    {
                        problems.Add(problem.Message);
                    }
                }
            });
            return problems;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
