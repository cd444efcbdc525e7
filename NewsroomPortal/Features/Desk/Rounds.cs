namespace NewsroomPortal.Features.Desk;

/// <summary>Looks anew every few seconds, until the page is left.</summary>
public sealed class Rounds : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    /// <param name="look">One round; the next begins when it has ended.</param>
    /// <param name="broken">Told of what went wrong; the rounds end with it.</param>
    public Rounds(TimeProvider clock, TimeSpan pause, Func<Task> look, Func<Exception, Task> broken) => _ = Walk(clock, pause, look, broken, _leaving.Token);

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private static async Task Walk(TimeProvider clock, TimeSpan pause, Func<Task> look, Func<Exception, Task> broken, CancellationToken gone)
    {
        using var timer = new PeriodicTimer(pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(gone))
            {
                await look();
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception problem)
        {
            await broken(problem);
        }
    }
}
