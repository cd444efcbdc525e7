using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsroomPortal.Features.Taxonomy;

/// <summary>A tag or category that the newsroom knows, used or not.</summary>
public sealed class Term
{
    public long Id { get; init; }

    public TermKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The new name, while articles are being changed to it; null: no rename is under way. One that was broken off can be taken up again.</summary>
    public string? ReplacedBy { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Term>
    {
        public void Configure(EntityTypeBuilder<Term> term)
        {
            term.ToTable("Terms");
            term.HasIndex(t => new { t.Kind, t.Name }).IsUnique();
        }
    }
}
