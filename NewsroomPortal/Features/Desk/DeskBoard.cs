using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Features.Desk;

/// <summary>What waits for whom, now: a journalist's own work, and for an editor what the whole newsroom has ready.</summary>
public sealed class DeskBoard(IDbContextFactory<NewsroomDb> contexts, NewsroomSettings settings, TimeProvider clock)
{
    private const int CardsInColumn = 20;

    public async Task<DeskView> Look(Actor who, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var me = who.PersonId;
        var all = who.IsEditor;
        var today = StartOfToday();
        Expression<Func<Article, bool>>[] columns =
        [
            article => article.Working == WorkingState.Draft && article.ChangesRequested == null && (article.OwnerId == me || article.AssigneeId == me),
            article => article.Working == WorkingState.InReview && (all || article.OwnerId == me || article.AssigneeId == me),
            article => article.Working == WorkingState.Draft && article.ChangesRequested != null && (all || article.OwnerId == me || article.AssigneeId == me),
            article => article.Working == WorkingState.Approved && (all || article.OwnerId == me || article.AssigneeId == me),
            article => article.Public == PublicState.Live && article.PublishedAtUtc >= today,
        ];
        string[] names = ["drafts", "waiting", "changes", "approved", "published"];
        var view = new List<DeskColumn>();
        foreach (var (name, fits) in names.Zip(columns))
        {
            view.Add(await Column(db, name, fits, cancel));
        }
        return new DeskView(view, await Figures(db, view, cancel));
    }

    private static async Task<DeskColumn> Column(NewsroomDb db, string name, Expression<Func<Article, bool>> fits, CancellationToken cancel)
    {
        var articles = db.Set<Article>().AsNoTracking().Where(fits);
        var cards = await Cards(db, name == "published" ? articles.OrderByDescending(article => article.PublishedAtUtc) : articles.OrderByDescending(article => article.UpdatedAtUtc))
            .Take(CardsInColumn).ToListAsync(cancel);
        var count = cards.Count < CardsInColumn ? cards.Count : await articles.CountAsync(cancel);
        return new DeskColumn(name, name == "waiting" ? await SinceSubmitted(db, cards, cancel) : cards, count);
    }

    private static IQueryable<DeskCard> Cards(NewsroomDb db, IQueryable<Article> articles) =>
        from article in articles
        join person in db.Set<Person>() on article.OwnerId equals person.Id into owners
        from owner in owners.DefaultIfEmpty()
        select new DeskCard(article.Id, article.Headline, owner == null ? null : owner.Name, article.PublishedAtUtc ?? article.UpdatedAtUtc);

    /// <summary>What waits is as old as its last submission, however much an editor has mended it since; the oldest is read first.</summary>
    private static async Task<IReadOnlyList<DeskCard>> SinceSubmitted(NewsroomDb db, List<DeskCard> cards, CancellationToken cancel)
    {
        var submit = ArticleAct.Submit.Spell();
        var ids = cards.Select(card => (long?)card.Id).ToList();
        var times = await db.Set<AuditEntry>().Where(entry => ids.Contains(entry.ArticleId) && entry.Act == submit)
            .GroupBy(entry => entry.ArticleId).Select(entries => new { entries.Key, Last = entries.Max(entry => entry.AtUtc) })
            .ToDictionaryAsync(entry => entry.Key!.Value, entry => entry.Last, cancel);
        return [.. cards.Select(card => times.TryGetValue(card.Id, out var since) ? card with { SinceUtc = since } : card).OrderBy(card => card.SinceUtc)];
    }

    private static async Task<DeskFigures> Figures(NewsroomDb db, List<DeskColumn> columns, CancellationToken cancel) => new(
        columns.Single(column => column.Name == "waiting").Cards is [var longest, ..] ? longest : null,
        columns.Single(column => column.Name == "published").Count,
        await db.Set<Article>().MaxAsync(article => article.PublishedAtUtc, cancel));

    private DateTime StartOfToday()
    {
        var zone = settings.Zone;
        var today = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).Date;
        // A day that begins in a leap of the clocks begins where they have leapt to.
        while (zone.IsInvalidTime(today))
        {
            today = today.AddMinutes(15);
        }
        return TimeZoneInfo.ConvertTimeToUtc(today, zone);
    }
}

public sealed record DeskView(IReadOnlyList<DeskColumn> Columns, DeskFigures Figures);

/// <param name="Name">The end of its word key.</param>
/// <param name="Count">Of all its articles; the cards may be fewer.</param>
public sealed record DeskColumn(string Name, IReadOnlyList<DeskCard> Cards, int Count);

/// <param name="Author">Null where the article belongs to nobody.</param>
/// <param name="SinceUtc">When it was published or submitted, or its text changed last: what its column is about.</param>
public sealed record DeskCard(long Id, string Headline, string? Author, DateTime SinceUtc);

public sealed record DeskFigures(DeskCard? WaitingLongest, int PublishedToday, DateTime? LastPublishUtc);
