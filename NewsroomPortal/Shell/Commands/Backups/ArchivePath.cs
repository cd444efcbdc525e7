namespace NewsroomPortal.Shell.Commands.Backups;

/// <summary>Which names of an archive may become files: those below the two folders, by whatever system they are read.</summary>
internal static class ArchivePath
{
    public static bool IsSafe(string path) =>
        (path.StartsWith(BackupManifest.Data, StringComparison.Ordinal) || path.StartsWith(BackupManifest.Site, StringComparison.Ordinal))
        && (path.EndsWith('/') ? path[..^1] : path).Split('/') is [_, _, ..] steps && steps.All(IsSafeStep);

    private static bool IsSafeStep(string step) =>
        step is not ("" or "." or ".." or RestoreFolder.Staging)
        && !step.Contains('\\', StringComparison.Ordinal) && !step.Contains('\0', StringComparison.Ordinal)
        // A drive, or another stream of a file.
        && !(OperatingSystem.IsWindows() && step.Contains(':', StringComparison.Ordinal));
}
