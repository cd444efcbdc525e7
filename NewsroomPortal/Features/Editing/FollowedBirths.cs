namespace NewsroomPortal.Features.Editing;

/// <summary>
/// First texts that came with what a follower keeps of them while older changes still waited for it, so that its cursor could not pass over them.
/// Only remembered: after a restart the follower comes to them in turn, and finds them done.
/// </summary>
internal sealed class FollowedBirths
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, List<(long First, long Last)>> _stretches = [];

    /// <param name="first">The sequences between these are of one transaction of births.</param>
    public void Add(string follower, long first, long last)
    {
        lock (_turn)
        {
            if (!_stretches.TryGetValue(follower, out var stretches))
            {
                _stretches[follower] = stretches = [];
            }
            stretches.Add((first, last));
        }
    }

    /// <summary>Forgets what lies up to a follower's cursor; the rest comes back.</summary>
    public IReadOnlyList<(long First, long Last)> After(string follower, long cursor)
    {
        lock (_turn)
        {
            if (!_stretches.TryGetValue(follower, out var stretches))
            {
                return [];
            }
            stretches.RemoveAll(stretch => stretch.Last <= cursor);
            return [.. stretches];
        }
    }
}
