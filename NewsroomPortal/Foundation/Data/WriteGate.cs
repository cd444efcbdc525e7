namespace NewsroomPortal.Foundation.Data;

/// <summary>
/// The one gate that all writes pass on SQLite, the log's and the acts' alike, so that none of them meets a locked database.
/// Hold it for one short transaction; bulk acts leave it every 50 ms, so that typing is acknowledged between them.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Waits for the gate; disposing the result leaves it.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancel = default)
    {
        await _gate.WaitAsync(cancel);
        return new Pass(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Pass(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
