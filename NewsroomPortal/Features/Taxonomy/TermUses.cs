using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Taxonomy;

/// <summary>Which terms a text uses, and the rows that say so.</summary>
public static class TermUses
{
    /// <summary>The terms that Hugo reads in this text; null where its front matter cannot be read here, so that nobody knows.</summary>
    public static IReadOnlySet<TermUse>? Read(string text) => Read(FrontMatter.Read(text));

    /// <inheritdoc cref="Read(string)"/>
    public static IReadOnlySet<TermUse>? Read(FrontMatter front) =>
        front.IsEditable ? TermKinds.All.SelectMany(kind => Read(front, kind)).ToHashSet() : null;

    /// <summary>
    /// Brings the rows of an article to a text, and adds terms that were not known. A text that cannot be read leaves them as they are. The
    /// caller saves, in the write gate.
    /// </summary>
    public static async Task Bring(NewsroomDb db, DocumentText text, CancellationToken cancel)
    {
        if (Read(text.Text) is not { } uses)
        {
            return;
        }
        var rows = await db.Set<ArticleTerm>().Where(row => row.ArticleId == text.DocumentId).ToListAsync(cancel);
        db.RemoveRange(rows.Where(row => !uses.Contains(new TermUse(row.Kind, row.Name))));
        var added = uses.Except(rows.Select(row => new TermUse(row.Kind, row.Name))).ToList();
        db.AddRange(added.Select(use => new ArticleTerm { ArticleId = text.DocumentId, Kind = use.Kind, Name = use.Name }));
        foreach (var use in added)
        {
            if (!await db.Set<Term>().AnyAsync(term => term.Kind == use.Kind && term.Name == use.Name, cancel))
            {
                db.Add(new Term { Kind = use.Kind, Name = use.Name });
            }
        }
    }

    private static IEnumerable<TermUse> Read(FrontMatter front, TermKind kind) =>
        front[kind.Field()]?.Items.Where(item => !string.IsNullOrWhiteSpace(item)).Select(item => new TermUse(kind, item)) ?? [];
}

/// <summary>A term, by its kind and its name as written.</summary>
public readonly record struct TermUse(TermKind Kind, string Name);
