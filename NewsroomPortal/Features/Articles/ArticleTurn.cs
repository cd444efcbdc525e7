using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Articles;

/// <summary>One act on one article, from the moment it has the turn: what it sees, changes, and leaves in the audit trail.</summary>
public sealed class ArticleTurn(Turn turn, Article article)
{
    /// <summary>The newest text, before this act.</summary>
    public DocumentText Head => turn.Head;

    /// <summary>The text with this act's changes; its version is the one they will have.</summary>
    public DocumentText Text => turn.Text;

    public NewsroomDb Db => turn.Db;

    public Article Article => article;

    /// <summary>The version that the audit trail names: the newest, unless the act is about another one.</summary>
    public int Version { get; private set; } = turn.Head.Version;

    /// <summary>SHA-256 of the file at <see cref="Version"/>.</summary>
    public string Sha256 { get; private set; } = TextHash.Of(turn.Head);

    public string? Reason { get; set; }

    /// <summary>The guards that this act waived.</summary>
    public string? Waived { get; set; }

    /// <summary>Appends a change to the article's log, as part of the act.</summary>
    public void Change(ChangeSet changes)
    {
        turn.Change(changes);
        About(turn.Text.Version, TextHash.Of(turn.Text));
    }

    /// <summary>The act is about this version.</summary>
    public void About(int version, string sha256) => (Version, Sha256) = (version, sha256);
}
