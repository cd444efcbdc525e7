using System.Diagnostics;

namespace NewsroomPortal.Benchmarks;

/// <summary>A program run to its end: how long, and the most memory that it had resident at once.</summary>
internal sealed record MeasuredRun(double Seconds, long PeakBytes, string Output)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    public static async Task<MeasuredRun> Of(IReadOnlyList<string> line)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(line[0], line.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ended = process.WaitForExitAsync();
        var peak = 0L;
        // The system keeps the peak itself, but forgets it when the program ends.
        while (await Task.WhenAny(ended, Task.Delay(Glance)) != ended)
        {
            peak = Math.Max(peak, Peak(process));
        }
        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? new MeasuredRun(seconds, peak, await output)
            : throw new InvalidOperationException($"'{string.Join(' ', line)}' ended with {process.ExitCode}: {await output}{await errors}");
    }

    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has ended between the glances.
            return 0;
        }
    }
}
