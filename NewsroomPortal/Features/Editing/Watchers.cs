namespace NewsroomPortal.Features.Editing;

/// <summary>Who wants to know of a document's new texts: circuits that show its fields.</summary>
internal sealed class Watchers(ILogger logger)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, List<Newest<DocumentText>>> _watchers = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _watchers.Values.Sum(watching => watching.Count);
            }
        }
    }

    public IDisposable Add(long documentId, Func<DocumentText, Task> changed)
    {
        var watcher = new Newest<DocumentText>(changed, problem => logger.LogError(problem, "A watcher of document {Document} failed", documentId));
        lock (_lock)
        {
            if (!_watchers.TryGetValue(documentId, out var watching))
            {
                _watchers[documentId] = watching = [];
            }
            watching.Add(watcher);
        }
        return new Watch(this, documentId, watcher);
    }

    public void Tell(DocumentText text)
    {
        lock (_lock)
        {
            foreach (var watcher in _watchers.GetValueOrDefault(text.DocumentId) ?? [])
            {
                watcher.Give(text);
            }
        }
    }

    private void Remove(long documentId, Newest<DocumentText> watcher)
    {
        lock (_lock)
        {
            if (_watchers.TryGetValue(documentId, out var watching) && watching.Remove(watcher) && watching.Count == 0)
            {
                _watchers.Remove(documentId);
            }
        }
    }

    private sealed class Watch(Watchers watchers, long documentId, Newest<DocumentText> watcher) : IDisposable
    {
        public void Dispose() => watchers.Remove(documentId, watcher);
    }
}
