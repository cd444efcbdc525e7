using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Articles;

/// <summary>The list of articles, newest change first, a page at a time; as fast at the end as at the start.</summary>
public sealed class ArticleList(IDbContextFactory<NewsroomDb> contexts)
{
    public const int PageSize = 50;

    /// <param name="after">Where the page before ended: its <see cref="ArticleRows.Next"/>; null: the first page.</param>
    public async Task<ArticleRows> Read(Actor who, ArticleFilter filter, string? after = null, CancellationToken cancel = default)
    {
        if (!ReviewRules.Reads(who))
        {
            return new ArticleRows([], null);
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var articles = After(Filtered(db.Set<Article>().AsNoTracking(), filter), after);
        var rows = await (
            from article in articles.OrderByDescending(a => a.UpdatedAtUtc).ThenByDescending(a => a.Id).Take(PageSize + 1)
            join person in db.Set<Person>() on article.OwnerId equals person.Id into owners
            from owner in owners.DefaultIfEmpty()
            orderby article.UpdatedAtUtc descending, article.Id descending
            select new ArticleRow(article, owner.Name)).ToListAsync(cancel);
        var more = rows.Count > PageSize;
        var page = more ? rows[..PageSize] : rows;
        return new ArticleRows(page, more ? Mark(page[^1].Article) : null);
    }

    private static IQueryable<Article> Filtered(IQueryable<Article> articles, ArticleFilter filter)
    {
        articles = filter.State switch
        {
            ArticleStanding.Draft => articles.Where(a => a.Working == WorkingState.Draft),
            ArticleStanding.InReview => articles.Where(a => a.Working == WorkingState.InReview),
            ArticleStanding.Approved => articles.Where(a => a.Working == WorkingState.Approved),
            ArticleStanding.Live => articles.Where(a => a.Public == PublicState.Live),
            ArticleStanding.Withheld => articles.Where(a => a.Public == PublicState.Withheld),
            _ => articles,
        };
        var text = filter.Text?.Trim();
        return string.IsNullOrEmpty(text) ? articles : articles.Where(a => EF.Functions.Like(a.Headline, $"%{Literal(text)}%", "\\"));
    }

    private static string Literal(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    /// <summary>A mark that nobody made, such as one typed into the address, is no mark: the first page.</summary>
    private static IQueryable<Article> After(IQueryable<Article> articles, string? mark)
    {
        if (mark?.Split('-') is not [var first, var second]
            || !long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTime.MaxValue.Ticks
            || !long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return articles;
        }
        var time = new DateTime(ticks, DateTimeKind.Utc);
        return articles.Where(a => a.UpdatedAtUtc < time || (a.UpdatedAtUtc == time && a.Id < id));
    }

    private static string Mark(Article last) => string.Create(CultureInfo.InvariantCulture, $"{last.UpdatedAtUtc.Ticks}-{last.Id}");
}

/// <summary>What the list shows: null for all.</summary>
public sealed record ArticleFilter(ArticleStanding? State = null, string? Text = null);

/// <summary>The states that people look for, of either axis.</summary>
public enum ArticleStanding
{
    Draft,
    InReview,
    Approved,
    Live,
    Withheld,
}

/// <summary>One article of the list.</summary>
/// <param name="Author">The owner's name; null for articles that are nobody's.</param>
public sealed record ArticleRow(Article Article, string? Author);

/// <summary>One page of the list; <paramref name="Next"/> is where the next one begins, null at the end.</summary>
public sealed record ArticleRows(IReadOnlyList<ArticleRow> Rows, string? Next);
