using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Taxonomy;

/// <summary>The terms of many new articles, in the transaction that makes the articles: what <see cref="TermFollower"/> would bring later.</summary>
public sealed class NewTermUses(NewsroomDb db) : IDisposable
{
    private readonly RowInsert<ArticleTerm> _uses = new(db);
    private readonly RowInsert<Term> _terms = new(db, nameof(Term.Kind), nameof(Term.Name));

    private readonly HashSet<TermUse> _known = [];

    /// <summary>Not for an article that may still be refused: what was added then is taken for known.</summary>
    public void Add(long articleId, IEnumerable<TermUse> uses)
    {
        foreach (var use in uses)
        {
            _uses.Add(new ArticleTerm { ArticleId = articleId, Kind = use.Kind, Name = use.Name });
            if (_known.Add(use))
            {
                _terms.Add(new Term { Kind = use.Kind, Name = use.Name });
            }
        }
    }

    public void Dispose()
    {
        _uses.Dispose();
        _terms.Dispose();
    }
}
