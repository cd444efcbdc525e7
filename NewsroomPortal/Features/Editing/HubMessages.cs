using System.Text.Json.Serialization;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Features.Editing;

/// <summary>An update as it travels: who made it, and CodeMirror's JSON of the change.</summary>
public sealed record SentUpdate([property: JsonPropertyName("c")] string ClientId, [property: JsonPropertyName("u")] ChangeSet Changes)
{
    private const int LongestClientId = 64;

    public static SentUpdate Of(Update update) => new(update.ClientId, update.Changes);

    public Update AsUpdate() => new(ClientId, Changes);

    /// <summary>Whether a browser may send this: the portal's own client ids are not for it.</summary>
    [JsonIgnore]
    public bool IsProper => Changes is not null && ClientId is { Length: > 0 and <= LongestClientId } && !PortalClient.Owns(ClientId);
}

/// <summary>Answers <c>Join</c> and <c>Updates</c>.</summary>
/// <param name="Version">The version that the last of the updates makes.</param>
/// <param name="More">Whether there are more: ask again from there.</param>
/// <param name="Standing">With Join only.</param>
/// <param name="SavedAt">UTC, of the newest change; with Join only.</param>
public sealed record SentStretch(int Version, IReadOnlyList<SentUpdate> Updates, bool More, Standing? Standing = null, DateTime? SavedAt = null)
{
    public static SentStretch Of(LogStretch stretch, Standing? standing = null) => new(stretch.Version, [.. stretch.Updates.Select(SentUpdate.Of)], stretch.More, standing);
}

/// <summary>Answers <c>Push</c>.</summary>
/// <param name="SavedAt">UTC, of the commit; null when refused.</param>
/// <param name="Refused">Why nothing was taken, in the person's language.</param>
/// <param name="IsLasting">Whether it is refused however often it is sent: not for want of room or a lock, which pass.</param>
public sealed record SentAnswer(int Version, DateTime? SavedAt, string? Refused, bool IsLasting = false);

/// <summary>Whether somebody may write now, and if not why, in their language.</summary>
public sealed record Standing(bool MayWrite, string? Why);

/// <summary>Another page that has the article open.</summary>
/// <param name="Id">Of the page.</param>
/// <param name="Person">Of whose it is: one person may have several.</param>
/// <param name="IsMine">It is the told person's own.</param>
/// <param name="Colour">Of the person, 0 to 7.</param>
/// <param name="Anchor">Their selection in the body, in UTF-16 units; null while they are elsewhere.</param>
/// <param name="Field">The key of the form's field that they are in; null while they are elsewhere.</param>
public sealed record PresentPage(string Id, string Person, bool IsMine, string Name, int Colour, int? Anchor, int? Head, string? Field, bool IsTyping);

/// <summary>Where somebody is in an article: in the body, where both ends of the selection are given in UTF-16 units, in a field of the form, or in neither.</summary>
/// <param name="Field">The field's key.</param>
/// <param name="IsTyping">In the text or in the form, now or a moment ago.</param>
public sealed record Place(int? Anchor = null, int? Head = null, string? Field = null, bool IsTyping = false)
{
    private const int LongestField = 64;

    /// <summary>As far as it can be: what a browser sends is told to others.</summary>
    [JsonIgnore]
    public Place Proper => this with
    {
        Anchor = Anchor >= 0 && Head >= 0 ? Anchor : null,
        Head = Anchor >= 0 && Head >= 0 ? Head : null,
        Field = Field?.Length is > 0 and <= LongestField ? Field : null,
    };
}
