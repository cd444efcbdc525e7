using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Features.Editing;

/// <summary>The newest updates of a document, for late pushes and short absences; older ones are read from the log.</summary>
internal sealed class UpdateTail
{
    private const int Most = 2000;

    private readonly Lock _lock = new();
    private readonly List<Update> _updates = [];
    private int _from;

    public void Restart(int version)
    {
        lock (_lock)
        {
            _updates.Clear();
            _from = version;
        }
    }

    public void Add(IReadOnlyList<Update> updates)
    {
        lock (_lock)
        {
            _updates.AddRange(updates);
            if (_updates.Count > Most)
            {
                var old = _updates.Count - (Most / 2);
                _updates.RemoveRange(0, old);
                _from += old;
            }
        }
    }

    /// <summary>The updates after a version; null: it is older than what is kept.</summary>
    public IReadOnlyList<Update>? Since(int version)
    {
        lock (_lock)
        {
            return version < _from ? null : version >= _from + _updates.Count ? [] : _updates[(version - _from)..];
        }
    }
}
