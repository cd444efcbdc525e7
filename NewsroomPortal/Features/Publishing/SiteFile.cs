using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsroomPortal.Features.Publishing;

/// <summary>A file of the site's content that is no article: a bundle's picture, a table, a page in another markup. Its bytes lie in <see cref="FileVault"/>.</summary>
public sealed class SiteFile
{
    public long Id { get; init; }

    /// <summary>Where it lies below the site folder, with '/', as its folder spelled it.</summary>
    public required string Path { get; set; }

    /// <summary><see cref="Path"/> in Unicode form C without case: unique, among articles too.</summary>
    public required string PathKey { get; set; }

    /// <summary>Of its bytes, lower-case hex: the name under which they are kept.</summary>
    public required string Sha256 { get; set; }

    /// <summary>In bytes.</summary>
    public long Length { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<SiteFile>
    {
        public void Configure(EntityTypeBuilder<SiteFile> file)
        {
            file.ToTable("SiteFiles");
            file.HasIndex(f => f.PathKey).IsUnique();
        }
    }
}
