namespace NewsroomPortal.Features.Editing;

/// <summary>The client ids of changes that no browser made: forms, imports, acts.</summary>
internal static class PortalClient
{
    private const string Prefix = "portal:";

    /// <summary>A new one for each change, so that a rebase never takes one for another.</summary>
    public static string NewId() => Prefix + Guid.NewGuid().ToString("N");

    public static bool Owns(string clientId) => clientId.StartsWith(Prefix, StringComparison.Ordinal);
}
