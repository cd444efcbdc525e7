using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Taxonomy;

/// <summary>The tags and categories that the newsroom knows.</summary>
public sealed class TermShelf(IDbContextFactory<NewsroomDb> contexts, TermActs acts, AuditTrail audit)
{
    /// <summary>All of a kind, the most used first.</summary>
    public async Task<IReadOnlyList<TermCount>> List(TermKind kind, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Counted(db, kind, db.Set<Term>()).ToListAsync(cancel);
    }

    /// <summary>Names for completion: those that begin so, then those that hold it; within each the most used first.</summary>
    public async Task<IReadOnlyList<string>> Names(TermKind kind, string typed, int most = 12, CancellationToken cancel = default)
    {
        var literal = Literal(typed.Trim());
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var terms = db.Set<Term>().Where(term => term.ReplacedBy == null && EF.Functions.Like(term.Name, $"%{literal}%", "\\"));
        return await Counted(db, kind, terms)
            .OrderByDescending(term => EF.Functions.Like(term.Name, $"{literal}%", "\\")).ThenByDescending(term => term.Articles).ThenBy(term => term.Name)
            .Take(most).Select(term => term.Name).ToListAsync(cancel);
    }

    /// <summary>A term that no article uses yet.</summary>
    public Task<Outcome> Create(Actor who, TermKind kind, string name, CancellationToken cancel = default) => acts.Do(who, async db =>
    {
        name = name.Trim();
        if (await acts.RefusalOfName(db, kind, name, present: null, cancel) is { } refusal)
        {
            return refusal;
        }
        db.Add(new Term { Kind = kind, Name = name });
        audit.Record(db, who, "createTerm", subject: kind.Field(), to: name);
        return Outcome.Done;
    }, cancel);

    private static IQueryable<TermCount> Counted(NewsroomDb db, TermKind kind, IQueryable<Term> terms) => terms
        .Where(term => term.Kind == kind)
        .Select(term => new TermCount
        {
            Name = term.Name,
            Articles = db.Set<ArticleTerm>().Count(use => use.Kind == kind && use.Name == term.Name),
            ReplacedBy = term.ReplacedBy,
        })
        .OrderByDescending(term => term.Articles).ThenBy(term => term.Name);

    private static string Literal(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

/// <summary>A term with the number of articles whose newest text uses it.</summary>
public sealed record TermCount
{
    public required string Name { get; init; }

    public required int Articles { get; init; }

    /// <summary>The new name, where a rename was broken off or could not reach every article.</summary>
    public string? ReplacedBy { get; init; }
}
