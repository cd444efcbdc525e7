using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// What the books have decided about an article's file and the disk may not show yet. It is written in the transaction of the act and
/// goes when the file is in place; after a kill it is carried out at the next start. So a publish is finished or never began.
/// </summary>
public sealed class Placement
{
    public long ArticleId { get; init; }

    public required string Path { get; init; }

    /// <summary>SHA-256 of what lay there when it was decided; null: nothing.</summary>
    public string? Before { get; init; }

    /// <summary>SHA-256 of what is to lie there; null: nothing.</summary>
    public string? After { get; init; }

    /// <summary>The version whose bytes those are; null where the file goes.</summary>
    public int? Version { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Placement>
    {
        public void Configure(EntityTypeBuilder<Placement> placement)
        {
            placement.ToTable("Placements");
            placement.HasKey(p => p.ArticleId);
            placement.Property(p => p.ArticleId).ValueGeneratedNever();
        }
    }
}
