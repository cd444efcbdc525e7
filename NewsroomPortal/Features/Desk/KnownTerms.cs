using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Desk;

/// <summary>The tags and categories that the form completes: those used most come first.</summary>
public sealed class KnownTerms(IDbContextFactory<NewsroomDb> contexts)
{
    private const int Most = 500;

    public async Task<IReadOnlyList<string>> Names(TermKind kind, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Term>().Where(term => term.Kind == kind)
            .OrderByDescending(term => db.Set<ArticleTerm>().Count(use => use.Kind == kind && use.Name == term.Name)).ThenBy(term => term.Name)
            .Select(term => term.Name).Take(Most).ToListAsync(cancel);
    }
}
