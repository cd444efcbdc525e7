using System.Collections.Concurrent;

namespace NewsroomPortal.Features.People;

/// <summary>
/// Counts sign-ins that failed, by network address, in windows of five minutes, so that nobody tries one password on every account. An attempt
/// is counted when it begins and forgiven when it was right: an office behind one address is not shut out by its own people.
/// </summary>
public sealed class SignInAttempts(TimeProvider clock)
{
    public const int MostInWindow = 30;
    private const int MostAddresses = 10_000;

    private readonly ConcurrentDictionary<string, Window> _windows = new();

    public static TimeSpan WindowLength { get; } = TimeSpan.FromMinutes(5);

    /// <summary>False: this address must wait.</summary>
    public bool Begin(string address)
    {
        var now = clock.GetUtcNow();
        if (_windows.Count > MostAddresses)
        {
            Forget(now);
        }
        var window = _windows.AddOrUpdate(address, _ => new Window(now, 1), (_, known) => IsOver(known, now) ? new Window(now, 1) : known with { Count = known.Count + 1 });
        return window.Count <= MostInWindow;
    }

    public void Forgive(string address)
    {
        if (_windows.TryGetValue(address, out var known))
        {
            _windows.TryUpdate(address, known with { Count = Math.Max(0, known.Count - 1) }, known);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var old in _windows.Where(window => IsOver(window.Value, now)))
        {
            _windows.TryRemove(old);
        }
    }

    private static bool IsOver(Window window, DateTimeOffset now) => now - window.Since >= WindowLength;

    private sealed record Window(DateTimeOffset Since, int Count);
}
