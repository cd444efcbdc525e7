using Microsoft.AspNetCore.SignalR;

namespace NewsroomPortal.Features.Editing;

/// <summary>Sends what came into the log to every page that has the document open, the sender's too.</summary>
internal sealed class UpdateFeed
{
    private readonly IHubContext<EditingHub> _hub;
    private readonly ILogger<UpdateFeed> _logger;

    public UpdateFeed(Authority authority, IHubContext<EditingHub> hub, ILogger<UpdateFeed> logger)
    {
        _hub = hub;
        _logger = logger;
        authority.Accepted += accepted => _ = Send(accepted);
    }

    // Not awaited by the turn: a page on a slow line must not hold up the others. It asks for what it misses.
    private async Task Send(AcceptedUpdates accepted)
    {
        try
        {
            var documentId = accepted.Text.DocumentId;
            await _hub.Clients.Group(HubGroups.Text(documentId)).SendAsync("updates", documentId, accepted.FromVersion, accepted.Updates.Select(SentUpdate.Of).ToList());
        }
        catch (Exception problem)
        {
            _logger.LogWarning(problem, "Updates of document {Document} could not be sent", accepted.Text.DocumentId);
        }
    }
}
