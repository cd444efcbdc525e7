namespace NewsroomPortal.Features.Editing;

/// <summary>The documents in memory. One that nobody holds leaves some minutes after its last use.</summary>
internal sealed class LiveDocuments : IDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Holding> _holdings = [];
    private readonly TimeProvider _clock;
    private readonly ITimer _sweeper;

    public LiveDocuments(TimeProvider clock)
    {
        _clock = clock;
        _sweeper = clock.CreateTimer(_ => Sweep(), null, Idle / 5, Idle / 5);
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _holdings.Count;
            }
        }
    }

    /// <summary>Holds the document in memory until disposed, whether it exists or not.</summary>
    public Lease Hold(long documentId)
    {
        lock (_lock)
        {
            if (!_holdings.TryGetValue(documentId, out var holding))
            {
                _holdings[documentId] = holding = new Holding(new LiveDocument(documentId));
            }
            holding.Holders++;
            return new Lease(this, holding);
        }
    }

    /// <summary>The committed text, where it is in memory.</summary>
    public DocumentText? Peek(long documentId)
    {
        lock (_lock)
        {
            return _holdings.GetValueOrDefault(documentId)?.Document.Text;
        }
    }

    public void Dispose() => _sweeper.Dispose();

    private void Release(Holding holding)
    {
        lock (_lock)
        {
            holding.LastUsed = _clock.GetUtcNow();
            if (--holding.Holders == 0 && holding.Document.Text is null)
            {
                Remove(holding);
            }
        }
    }

    private void Sweep()
    {
        lock (_lock)
        {
            var idleSince = _clock.GetUtcNow() - Idle;
            foreach (var holding in _holdings.Values.Where(h => h.Holders == 0 && h.LastUsed <= idleSince).ToList())
            {
                Remove(holding);
            }
        }
    }

    private void Remove(Holding holding)
    {
        _holdings.Remove(holding.Document.Id);
        holding.Document.Dispose();
    }

    public sealed class Holding(LiveDocument document)
    {
        public LiveDocument Document { get; } = document;

        public int Holders { get; set; }

        public DateTimeOffset LastUsed { get; set; }
    }

    public readonly struct Lease(LiveDocuments documents, Holding holding) : IDisposable
    {
        public LiveDocument Document => holding.Document;

        public void Dispose() => documents.Release(holding);
    }
}
