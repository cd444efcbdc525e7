using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace NewsroomPortal.Features.Editing;

/// <summary>Tells each page who else has the document open, where they are in it and whether they type, at most five times a second.</summary>
public sealed class PresenceFeed(Seats seats, IHubContext<EditingHub> hub, TimeProvider clock, ILogger<PresenceFeed> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<long, bool> _due = [];

    public void Changed(long documentId)
    {
        if (_due.TryAdd(documentId, true))
        {
            _ = Tell(documentId);
        }
    }

    private async Task Tell(long documentId)
    {
        try
        {
            await Task.Delay(Pause, clock);
            _due.TryRemove(documentId, out _);
            var present = seats.At(documentId).Select(seat => (Seat: seat, Open: seat.Documents.GetValueOrDefault(documentId)))
                .Where(page => page.Open is not null).OrderBy(page => page.Open!.Id, StringComparer.Ordinal).ToList();
            foreach (var (seat, _) in present)
            {
                var others = present.Where(page => page.Seat != seat).Select(page => Present(page.Seat, page.Open!, seat)).ToList();
                await hub.Clients.Client(seat.ConnectionId).SendAsync("present", documentId, others);
            }
        }
        catch (Exception problem)
        {
            logger.LogWarning(problem, "Who is present in document {Document} could not be told", documentId);
        }
    }

    private static PresentPage Present(Seat seat, OpenDocument open, Seat told)
    {
        var (anchor, head, field, isTyping) = open.Place;
        return new PresentPage(open.Id, seat.Who.PersonId ?? open.Id, seat.Who.PersonId == told.Who.PersonId, seat.Who.Name, open.Colour, anchor, head, field, isTyping);
    }
}
