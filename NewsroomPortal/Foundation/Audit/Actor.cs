namespace NewsroomPortal.Foundation.Audit;

/// <summary>Who does an act: a signed-in person, or the portal itself (import, command line, clock).</summary>
/// <param name="PersonId">The person's id; null for the portal itself.</param>
/// <param name="Name">The name shown in the audit trail.</param>
/// <param name="Roles">The roles at the moment of the act.</param>
public sealed record Actor(string? PersonId, string Name, Role Roles)
{
    /// <summary>The portal itself: imports and command-line verbs. It has every role and is nobody's author.</summary>
    public static Actor Portal { get; } = new(null, "NewsroomPortal", Role.Journalist | Role.Editor | Role.Admin);

    public bool IsJournalist => Roles.HasFlag(Role.Journalist);

    public bool IsEditor => Roles.HasFlag(Role.Editor);

    public bool IsAdmin => Roles.HasFlag(Role.Admin);
}
