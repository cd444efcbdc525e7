using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsroomPortal.Features.Taxonomy;

/// <summary>A tag or category that the newsroom knows, used or not.</summary>
public sealed class Term
{
    public long Id { get; init; }

    public TermKind Kind { get; init; }

    public required string Name { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Term>
    {
        public void Configure(EntityTypeBuilder<Term> term)
        {
            term.ToTable("Terms");
            term.HasIndex(t => new { t.Kind, t.Name }).IsUnique();
        }
    }
}

/// <summary>One use of a term in an article's newest text, kept by a follower.</summary>
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
        }
    }
}

/// <summary>Values are stored: never renumber.</summary>
public enum TermKind
{
    Tag = 0,
    Category = 1,
}
