using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Features.Editing;

/// <summary>Updates of one document on their way into the log.</summary>
/// <param name="Version">The version that they start from; they are taken only while it is the newest.</param>
internal sealed record LogAppend(long DocumentId, int Version, IReadOnlyList<AuthoredUpdate> Updates, DateTime AtUtc)
{
    /// <summary>Ends after the commit.</summary>
    public TaskCompletionSource<AppendResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>An update and who made it; null for the portal itself.</summary>
internal sealed record AuthoredUpdate(Update Update, string? PersonId);

internal enum AppendResult
{
    Committed,

    /// <summary>Another writer has the version: read the log again.</summary>
    Overtaken,

    /// <summary>The database took nothing: full, locked, gone.</summary>
    NotSaved,
}
