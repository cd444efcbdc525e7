using System.Collections.Concurrent;
using System.Security.Claims;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Editing;

/// <summary>One connection of the hub: a page of somebody, with the documents it has open.</summary>
public sealed class Seat(string connectionId, ClaimsPrincipal principal, Actor who, string language, Action end)
{
    public string ConnectionId { get; } = connectionId;

    public ClaimsPrincipal Principal { get; } = principal;

    /// <summary>The person, with the roles they had at <see cref="AskedAt"/>.</summary>
    public Actor Who { get; set; } = who;

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>What the person reads: a key of <c>Words</c>.</summary>
    public string Language { get; } = language;

    public ConcurrentDictionary<long, OpenDocument> Documents { get; } = [];

    /// <summary>Ends the connection.</summary>
    public void End() => end();
}

/// <summary>A document as one page has it open.</summary>
public sealed class OpenDocument(string id, int colour)
{
    public string Id { get; } = id;

    public int Colour { get; } = colour;

    public Place Place { get; set; } = new();

    /// <summary>What the page was told last.</summary>
    public Standing? Told { get; set; }
}
