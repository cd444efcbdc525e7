using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsroomPortal.Foundation.Audit;

/// <summary>One act, as it was done: a row of the append-only audit trail, written in the act's own transaction.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTime AtUtc { get; init; }

    public string? PersonId { get; init; }

    public required string PersonName { get; init; }

    /// <summary>The act's name: a newsroom verb, such as <c>approve</c>.</summary>
    public required string Act { get; init; }

    /// <summary>The article, or null for acts on people, terms and settings.</summary>
    public long? ArticleId { get; init; }

    /// <summary>What the act was on where that is no article: a term, a person.</summary>
    public string? Subject { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public int? Version { get; init; }

    /// <summary>SHA-256 of the whole file's bytes at <see cref="Version"/>, lower-case hex.</summary>
    public string? Sha256 { get; init; }

    public string? Reason { get; init; }

    /// <summary>Guards that the act waived, such as four eyes.</summary>
    public string? Waived { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> entry)
        {
            entry.ToTable("Audit");
            entry.HasIndex(e => new { e.ArticleId, e.Id });
        }
    }
}
