namespace NewsroomPortal.Features.Editing.History;

/// <summary>One change of the log, as the history counts it.</summary>
/// <param name="Version">The version that it makes.</param>
/// <param name="PersonId">Who made it; null for the portal itself.</param>
/// <param name="Added">UTF-16 units inserted.</param>
/// <param name="Removed">UTF-16 units taken out.</param>
public sealed record LoggedChange(int Version, string? PersonId, DateTime AtUtc, int Added, int Removed);
