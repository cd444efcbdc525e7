using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsroomPortal.Features.Articles;

namespace NewsroomPortal.Features.Taxonomy;

/// <summary>One use of a term in an article's newest text, kept by <see cref="TermUses"/>.</summary>
public sealed class ArticleTerm
{
    public long ArticleId { get; init; }

    public TermKind Kind { get; init; }

    public required string Name { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ArticleTerm>
    {
        public void Configure(EntityTypeBuilder<ArticleTerm> use)
        {
            use.ToTable("ArticleTerms");
            use.HasKey(u => new { u.ArticleId, u.Kind, u.Name });
            use.HasIndex(u => new { u.Kind, u.Name });
            // An article that is deleted takes its uses along, though Articles knows nothing of terms.
            use.HasOne<Article>().WithMany().HasForeignKey(u => u.ArticleId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
