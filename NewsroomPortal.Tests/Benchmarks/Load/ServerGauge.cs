using System.Diagnostics;

namespace NewsroomPortal.Benchmarks.Load;

/// <summary>What the server takes of the machine while a load runs: resident memory every ten seconds, and processor time.</summary>
internal sealed class ServerGauge : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    private readonly Process _server;
    private readonly CancellationTokenSource _end = new();
    private readonly List<double> _megabytes = [];
    private readonly TimeSpan _before;
    private readonly Task _looking;

    public ServerGauge(int process)
    {
        _server = Process.GetProcessById(process);
        _before = _server.TotalProcessorTime;
        _looking = Look();
    }

    /// <summary>Resident, by time.</summary>
    public IReadOnlyList<double> Megabytes => _megabytes;

    public TimeSpan Processor
    {
        get
        {
            _server.Refresh();
            return _server.TotalProcessorTime - _before;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _looking;
        _end.Dispose();
        _server.Dispose();
    }

    private async Task Look()
    {
        using var timer = new PeriodicTimer(BetweenLooks);
        try
        {
            do
            {
                _server.Refresh();
                _megabytes.Add(_server.WorkingSet64 / 1e6);
            }
            while (await timer.WaitForNextTickAsync(_end.Token));
        }
        catch (OperationCanceledException)
        {
            // The load has ended.
        }
    }
}
