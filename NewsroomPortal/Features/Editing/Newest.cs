namespace NewsroomPortal.Features.Editing;

/// <summary>Does something with the newest value, one at a time; values that come meanwhile replace each other.</summary>
internal sealed class Newest<T>(Func<T, Task> act, Action<Exception> failed)
    where T : class
{
    private readonly Lock _lock = new();
    private T? _next;
    private T? _last;
    private Task _running = Task.CompletedTask;

    public void Give(T value)
    {
        lock (_lock)
        {
            _next = _last = value;
            if (_running.IsCompleted)
            {
                // Whose call began it is chance: their language and the like must not come along.
                using var own = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
                _running = Task.Run(Run);
            }
        }
    }

    /// <summary>Nothing happens where a value was given before.</summary>
    public void GiveFirst(T value)
    {
        lock (_lock)
        {
            if (_last is null)
            {
                Give(value);
            }
        }
    }

    /// <summary>The newest value once more; nothing happens where none was given yet.</summary>
    public void GiveAgain()
    {
        lock (_lock)
        {
            if (_last is { } value)
            {
                Give(value);
            }
        }
    }

    private async Task Run()
    {
        while (Take() is { } value)
        {
            try
            {
                await act(value);
            }
            catch (Exception problem)
            {
                failed(problem);
            }
        }
    }

    private T? Take()
    {
        lock (_lock)
        {
            (var value, _next) = (_next, null);
            if (value is null)
            {
                _running = Task.CompletedTask;
            }
            return value;
        }
    }
}
