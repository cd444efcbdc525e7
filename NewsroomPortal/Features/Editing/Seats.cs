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

    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(1);
    // Longer than between rounds: these ask for all at once, where each seat would ask for itself.
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(1.5);

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
        return Take(seat, await _sessions.Whose(seat.Principal), now);
    }

    public ValueTask DisposeAsync() => _rounds.DisposeAsync();

    private static int FreeColour(IReadOnlyList<int> taken) => Enumerable.Range(0, Colours).MinBy(colour => taken.Count(other => other == colour));

    private static Actor? Take(Seat seat, Person? person, DateTimeOffset now)
    {
        if (person is null)
        {
            seat.End();
            return null;
        }
        seat.AskedAt = now;
        return seat.Who = person.AsActor();
    }

    private async Task Round()
    {
        if (_seats.IsEmpty)
        {
            return;
        }
        try
        {
            var (seats, now) = (_seats.Values.ToList(), _clock.GetUtcNow());
            foreach (var (seat, person) in seats.Zip(await _sessions.Whose(seats.ConvertAll(seat => seat.Principal))))
            {
                Take(seat, person, now);
            }
        }
        catch (Exception problem)
        {
            _logger.LogWarning(problem, "The sessions of the connections could not be checked; the next round tries again");
        }
    }
}
