namespace NewsroomPortal.Foundation.Rendering.Links;

/// <summary>Where a link leads, as the author wrote it: backslashes and references not yet resolved. An empty title is written, a null one is not.</summary>
sealed record LinkDestination(string Url, string? Title);
