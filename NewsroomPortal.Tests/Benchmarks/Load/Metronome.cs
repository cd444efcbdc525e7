using System.Diagnostics;

namespace NewsroomPortal.Benchmarks.Load;

/// <summary>Does something five times a second, whether the time before was quick or not, as hands do.</summary>
internal sealed class Metronome
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    private readonly List<double> _late = [];

    /// <summary>How late this process itself began, in milliseconds: where that is much, the machine is too small for the load.</summary>
    public IReadOnlyList<double> Late => _late;

    /// <param name="offset">Of the first beat, 0 to 1 of a beat: not everybody's hands come down at once.</param>
    /// <param name="play">Not awaited before the next beat.</param>
    public async Task Run(double offset, TimeSpan length, Func<Task> play)
    {
        var began = Stopwatch.GetTimestamp();
        var running = new List<Task>();
        for (var due = Beat * offset; due < length; due += Beat)
        {
            if (due - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } pause)
            {
                await Task.Delay(pause);
            }
            _late.Add(Math.Max(0, (Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds));
            running.RemoveAll(task => task.IsCompletedSuccessfully);
            running.Add(play());
        }
        await Task.WhenAll(running);
    }
}
