using NewsroomPortal.Tests.Durability;

namespace NewsroomPortal.Benchmarks;

/// <summary>Kills at random moments, as many as are wanted; what was acknowledged must be there, once and in order, each time.</summary>
internal static class Kills
{
    private const int Default = 100;

    /// <param name="numbers">How many kills, and the seed.</param>
    public static async Task<int> Run(KillSubject subject, IReadOnlyList<int> numbers)
    {
        var (count, seed) = (numbers.Count > 0 ? numbers[0] : Default, numbers.Count > 1 ? numbers[1] : 1);
        var figures = await new KillRun(subject, seed).Kill(count, so =>
        {
            if (so.Kills % 10 == 0)
            {
                Console.Error.WriteLine($"{so.Kills} kills, {so.Faults.Count} faults");
            }
        });
        Console.WriteLine(FormattableString.Invariant(
            $"{figures.Kills} kills (seed {seed}), {figures.Acknowledged:N0} changes acknowledged; faults: {figures.Faults.Count}; ready again after {figures.MedianReady.TotalSeconds:0.00} s (median), {figures.LongestReady.TotalSeconds:0.00} s (longest)."));
        foreach (var fault in figures.Faults)
        {
            Console.WriteLine(fault);
        }
        return figures.Faults.Count == 0 ? 0 : 1;
    }
}
