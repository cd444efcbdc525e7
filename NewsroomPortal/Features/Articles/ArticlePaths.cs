using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Articles;

/// <summary>Finds an article its path in the site: by the slug that somebody gave, else the first free number of its day.</summary>
public sealed class ArticlePaths(CurrentSite site)
{
    /// <param name="own">The article that the path is for; its present path is free for it, and kept where it still fits.</param>
    /// <param name="isTaken">Whether something else lies at a path that no article has.</param>
    public async Task<Outcome<ContentPath>> Find(
        NewsroomDb db, Article? own, DateOnly day, string? slug, Func<ContentPath, bool> isTaken, CancellationToken cancel = default)
    {
        var pattern = site.PathPattern;
        if (PathPattern.Problem(pattern, site.Settings) is { } problem)
        {
            return new Refusal(problem.Word, problem.Values);
        }
        if (slug is not null)
        {
            return await Named(db, own, pattern, day, slug, isTaken, cancel);
        }
        var (first, refusal) = ContentPath.From(pattern, day, Slug.Default(day, 1));
        if (first is null)
        {
            return new Refusal(refusal!);
        }
        var taken = await OfDay(db, own, first, day, cancel);
        var free = Numbers(own, pattern, day).Select(number => ContentPath.From(pattern, day, Slug.Default(day, number)).Path!)
            .First(path => !taken.Contains(path.Key) && !isTaken(path));
        return free;
    }

    private static async Task<Outcome<ContentPath>> Named(
        NewsroomDb db, Article? own, string pattern, DateOnly day, string slug, Func<ContentPath, bool> isTaken, CancellationToken cancel)
    {
        var (path, refusal) = ContentPath.From(pattern, day, slug);
        if (path is null)
        {
            return new Refusal(refusal!);
        }
        var isOthers = await db.Set<Article>().AnyAsync(article => article.PathKey == path.Key && (own == null || article.Id != own.Id), cancel);
        return isOthers || isTaken(path) ? new Refusal("articles.path.taken", path.Value) : path;
    }

    /// <summary>The keys of all other articles whose paths begin as this day's do.</summary>
    private static async Task<HashSet<string>> OfDay(NewsroomDb db, Article? own, ContentPath first, DateOnly day, CancellationToken cancel)
    {
        var start = first.Key[..(first.Key.IndexOf(Slug.Default(day, 1), StringComparison.Ordinal) + Slug.Default(day, 1).Length - 1)];
        var end = start + char.MaxValue;
        var keys = await db.Set<Article>()
#pragma warning disable CA1309 // It becomes SQL, which compares by bytes, along the index.
            .Where(article => string.Compare(article.PathKey, start) >= 0 && string.Compare(article.PathKey, end) < 0)
#pragma warning restore CA1309
            .Where(article => own == null || article.Id != own.Id)
            .Select(article => article.PathKey).ToListAsync(cancel);
        return [.. keys];
    }

    /// <summary>1, 2, 3…; before them the number that the article has, where that is of this day.</summary>
    private static IEnumerable<int> Numbers(Article? own, string pattern, DateOnly day)
    {
        var start = Slug.Default(day, 1)[..^1];
        var name = own is null ? "" : Path.GetFileNameWithoutExtension(own.Path);
        if (name.StartsWith(start, StringComparison.Ordinal) && int.TryParse(name[start.Length..], out var present) && present > 0
            && ContentPath.From(pattern, day, Slug.Default(day, present)).Path?.Value == own!.Path)
        {
            yield return present;
        }
        for (var number = 1; ; number++)
        {
            yield return number;
        }
    }
}
