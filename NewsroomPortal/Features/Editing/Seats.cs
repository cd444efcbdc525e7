using System.Collections.Concurrent;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Editing;

/// <summary>
/// All connections of the hub. Who was disabled, signed out or given other roles loses theirs within seconds: a web socket sends no requests
/// that the cookie could be checked on.
/// </summary>
public sealed class Seats : IAsyncDisposable
{
    private const int Colours = 8;

    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Seat> _seats = [];
    private readonly Lock _sitting = new();
    private readonly Sessions _sessions;
    private readonly TimeProvider _clock;
    private readonly ILogger<Seats> _logger;
    private readonly ITimer _rounds;

    public Seats(Sessions sessions, TimeProvider clock, ILogger<Seats> logger)
    {
        _sessions = sessions;
        _clock = clock;
        _logger = logger;
        _rounds = clock.CreateTimer(_ => _ = Round(), null, BetweenRounds, BetweenRounds);
    }

    internal int Count => _seats.Count;

    public void Take(Seat seat) => _seats[seat.ConnectionId] = seat;

    public Seat? Leave(string connectionId) => _seats.TryRemove(connectionId, out var seat) ? seat : null;

    public Seat? Of(string connectionId) => _seats.GetValueOrDefault(connectionId);

    public IEnumerable<Seat> At(long documentId) => _seats.Values.Where(seat => seat.Documents.ContainsKey(documentId));

    /// <summary>The page has the document open from now on.</summary>
    public OpenDocument Open(Seat seat, long documentId)
    {
        lock (_sitting)
        {
            return seat.Documents.GetOrAdd(documentId, _ =>
            {
                var present = At(documentId).ToList();
                var own = present.Find(other => other.Who.PersonId == seat.Who.PersonId);
                return new OpenDocument(Guid.NewGuid().ToString("N"), own?.Documents[documentId].Colour ?? FreeColour([.. present.Select(other => other.Documents[documentId].Colour)]));
            });
        }
    }

    /// <summary>Who sits there, with their roles of now; null, and the connection ends, where their session has.</summary>
    public async ValueTask<Actor?> Who(Seat seat)
    {
        var now = _clock.GetUtcNow();
        if (now - seat.AskedAt < Trusted)
        {
            return seat.Who;
        }
        if (await _sessions.Whose(seat.Principal) is not { } person)
        {
            seat.End();
            return null;
        }
        seat.AskedAt = now;
        return seat.Who = person.AsActor();
    }

    public ValueTask DisposeAsync() => _rounds.DisposeAsync();

    private static int FreeColour(IReadOnlyList<int> taken) => Enumerable.Range(0, Colours).MinBy(colour => taken.Count(other => other == colour));

    private async Task Round()
    {
        foreach (var seat in _seats.Values)
        {
            try
            {
                await Who(seat);
            }
            catch (Exception problem)
            {
                _logger.LogWarning(problem, "The session of a connection could not be checked; the next round tries again");
            }
        }
    }
}
