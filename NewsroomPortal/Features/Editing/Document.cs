using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsroomPortal.Features.Editing;

/// <summary>
/// One Hugo content file, whole, as text: a change log. This row holds what the text cannot (the file's shape) and how long the log is;
/// the text itself is the log replayed, from the newest snapshot.
/// </summary>
public sealed class Document
{
    public long Id { get; init; }

    /// <summary>The number of changes in the log; the version of the newest text. The first change inserts the first text: version 1.</summary>
    public int Head { get; set; }

    /// <summary>Whether the file begins with a byte order mark.</summary>
    public bool Bom { get; init; }

    /// <summary>What the file writes for the text's <c>\n</c>: <c>\n</c> or <c>\r\n</c>.</summary>
    public required string NewLine { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Document>
    {
        public void Configure(EntityTypeBuilder<Document> document) => document.ToTable("Documents");
    }
}

/// <summary>One change of one document, as CodeMirror writes it. <c>(DocumentId, Version)</c> is unique: whoever appends first has the version.</summary>
public sealed class DocumentChange
{
    /// <summary>The order of all changes of all documents; followers keep it as their cursor.</summary>
    public long Sequence { get; init; }

    public long DocumentId { get; init; }

    /// <summary>The version that this change makes.</summary>
    public int Version { get; init; }

    /// <summary>The page load that made it, or "portal:…" for forms, imports and acts.</summary>
    public required string ClientId { get; init; }

    /// <summary>Who made it; null for the portal itself.</summary>
    public string? PersonId { get; init; }

    public DateTime AtUtc { get; init; }

    /// <summary>The JSON of a <c>ChangeSet</c>.</summary>
    public required string Changes { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<DocumentChange>
    {
        public void Configure(EntityTypeBuilder<DocumentChange> change)
        {
            change.ToTable("DocumentChanges");
            change.HasKey(c => c.Sequence);
            change.HasIndex(c => new { c.DocumentId, c.Version }).IsUnique();
        }
    }
}

/// <summary>A text at a version, so that opening needs no long replay. Can be rebuilt from the log.</summary>
public sealed class DocumentSnapshot
{
    public long DocumentId { get; init; }

    public int Version { get; init; }

    public required string Text { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<DocumentSnapshot>
    {
        public void Configure(EntityTypeBuilder<DocumentSnapshot> snapshot)
        {
            snapshot.ToTable("DocumentSnapshots");
            snapshot.HasKey(s => new { s.DocumentId, s.Version });
        }
    }
}
