using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsroomPortal.Features.Articles;

/// <summary>
/// An article: bookmarks into its document's change log (approved, published), where it lies in the site, whose it is, and what the list
/// shows of its text. Its id is the document's.
/// </summary>
public sealed class Article
{
    public long Id { get; init; }

    /// <summary>Where the content file lies below the site folder, with '/'. Provisional until the first publish, then frozen.</summary>
    public required string Path { get; set; }

    /// <summary><see cref="Path"/> in Unicode form C without case: unique.</summary>
    public required string PathKey { get; set; }

    /// <summary>The file name that somebody gave, without .md; null: made from the date at the first publish.</summary>
    public string? Slug { get; set; }

    /// <summary>The journalist whose draft it is; null for imported articles until assigned.</summary>
    public string? OwnerId { get; set; }

    /// <summary>Another journalist who may edit it.</summary>
    public string? AssigneeId { get; set; }

    public WorkingState Working { get; set; }

    public PublicState Public { get; set; }

    /// <summary>Who submitted it last, and at which version.</summary>
    public string? SubmittedById { get; set; }

    public int? SubmittedVersion { get; set; }

    /// <summary>The version that an editor approved last. The approval holds while it is the document's head.</summary>
    public int? ApprovedVersion { get; set; }

    public string? ApprovedById { get; set; }

    /// <summary>Why an editor sent it back, until it is submitted again.</summary>
    public string? ChangesRequested { get; set; }

    /// <summary>The version that is (or, withheld, was) on the site.</summary>
    public int? PublishedVersion { get; set; }

    /// <summary>SHA-256 of the bytes last put on the site, lower-case hex: what the file on disk is compared with.</summary>
    public string? PublishedSha256 { get; set; }

    public DateTime? PublishedAtUtc { get; set; }

    public DateTime CreatedAtUtc { get; init; }

    // What follows is read from the text by a follower.

    /// <summary>The document's version that the columns below speak of.</summary>
    public int FollowedVersion { get; set; }

    public string Headline { get; set; } = "";

    /// <summary>The first category.</summary>
    public string Section { get; set; } = "";

    /// <summary>When its text last changed.</summary>
    public DateTime UpdatedAtUtc { get; set; }

    /// <summary>Both axes in one word, as the audit trail keeps them: <c>Draft/Live</c> is a correction being prepared.</summary>
    public string States() => $"{Working}/{Public}";

    internal sealed class Configuration : IEntityTypeConfiguration<Article>
    {
        public void Configure(EntityTypeBuilder<Article> article)
        {
            article.ToTable("Articles");
            article.Property(a => a.Id).ValueGeneratedNever();
            article.HasIndex(a => a.PathKey).IsUnique();
            article.HasIndex(a => new { a.Working, a.UpdatedAtUtc });
            article.HasIndex(a => new { a.UpdatedAtUtc, a.Id });
            article.HasIndex(a => new { a.OwnerId, a.Working });
            article.HasIndex(a => a.PublishedAtUtc);
        }
    }
}

/// <summary>The axis of the text being worked on. Values are stored: never renumber.</summary>
public enum WorkingState
{
    /// <summary>Nobody works on it: what is Live is the newest text.</summary>
    Closed = 0,
    Draft = 1,
    InReview = 2,
    Approved = 3,
}

/// <summary>The axis of what readers see. Values are stored: never renumber.</summary>
public enum PublicState
{
    None = 0,
    Live = 1,
    Withheld = 2,
}
