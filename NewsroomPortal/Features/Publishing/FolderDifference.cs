namespace NewsroomPortal.Features.Publishing;

/// <summary>How a file of a folder stands to the portal's record of it. The names are the ends of word keys.</summary>
public enum DifferenceKind
{
    EditedInFolder,

    /// <summary>The folder has a text that the portal published or took in; the portal has a newer one.</summary>
    EditedInPortal,
    EditedInBoth,
    Deleted,

    /// <summary>Gone from its path, and the same bytes lie at one that the portal does not know.</summary>
    Renamed,
    New,

    /// <summary>The article is withheld, but a file lies at its path in the site folder.</summary>
    LeftThere,
}

/// <summary>What a person decides about a difference. The names are the ends of word keys.</summary>
public enum FolderDecision
{
    TakeTheirs,
    KeepOurs,
    TakeAsNew,
    FollowRename,
    MarkGone,
}

/// <param name="Path">Where the file lies, or lay, in the folder.</param>
/// <param name="Sha256">Of the file that was seen; null: there is none, or nothing to compare it with.</param>
/// <param name="ArticleId">The article, or null: another file, or nothing that the portal knows.</param>
/// <param name="FileId">The record of another file.</param>
/// <param name="NewPath">Where a renamed file lies now.</param>
public sealed record FolderDifference(DifferenceKind Kind, string Path, string? Sha256, long? ArticleId = null, long? FileId = null, string? NewPath = null)
{
    /// <summary>What can be decided. Only the site's own folder is written to, and only there a path is followed.</summary>
    public IReadOnlyList<FolderDecision> Decisions(bool isSite) => Kind switch
    {
        DifferenceKind.EditedInFolder or DifferenceKind.EditedInBoth => isSite ? [FolderDecision.TakeTheirs, FolderDecision.KeepOurs] : [FolderDecision.TakeTheirs],
        DifferenceKind.Deleted => isSite ? [FolderDecision.KeepOurs, FolderDecision.MarkGone] : [],
        DifferenceKind.Renamed => isSite ? [FolderDecision.FollowRename] : [],
        DifferenceKind.New => [FolderDecision.TakeAsNew],
        _ => [],
    };
}

/// <summary>A folder as it stands to the portal's records.</summary>
/// <param name="IsSite">Whether it is the site's own folder.</param>
/// <param name="Unchanged">How many files are as the portal has them.</param>
/// <param name="Differences">All others, in the order of their paths.</param>
/// <param name="Refused">What cannot be taken or compared, and why.</param>
public sealed record FolderReport(string Folder, bool IsSite, int Unchanged, IReadOnlyList<FolderDifference> Differences, IReadOnlyList<FoundFile> Refused)
{
    /// <summary>What is new and can be imported.</summary>
    public IReadOnlyList<FoundFile> Found() => [.. Differences.Where(one => one.Kind == DifferenceKind.New).Select(one => new FoundFile(one.Path, null))];
}
