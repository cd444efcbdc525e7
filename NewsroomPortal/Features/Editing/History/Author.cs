namespace NewsroomPortal.Features.Editing.History;

/// <summary>Who wrote something, and when, to the minute where much was written.</summary>
/// <param name="PersonId">Null where no person did: it was imported, or the portal mended it.</param>
/// <param name="Name">The person's, where it was looked up.</param>
public sealed record Author(string? PersonId, DateTime AtUtc, string? Name = null);
