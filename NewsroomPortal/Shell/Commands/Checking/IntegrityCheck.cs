using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Shell.Commands.Checking;

/// <summary>Compares everything that the newsroom keeps beside its logs with what the logs say.</summary>
public sealed class IntegrityCheck(IDbContextFactory<NewsroomDb> contexts, ContentFolder folder)
{
    private const int Slice = 100;

    private readonly SiteCheck _site = new(folder);

    /// <summary>How many documents were looked at.</summary>
    public int Checked { get; private set; }

    public async IAsyncEnumerable<Problem> Problems(Action<int> pace, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (var last = 0L; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var documents = await db.Set<Document>().AsNoTracking().Where(document => document.Id > last).OrderBy(document => document.Id).Take(Slice).ToListAsync(cancel);
            foreach (var problem in await Look(db, documents, cancel))
            {
                yield return problem;
            }
            Checked += documents.Count;
            pace(Checked);
            if (documents.Count < Slice)
            {
                break;
            }
            last = documents[^1].Id;
        }
        await foreach (var problem in WithoutDocument(cancel))
        {
            yield return problem;
        }
    }

    private async Task<List<Problem>> Look(NewsroomDb db, List<Document> documents, CancellationToken cancel)
    {
        var ids = documents.ConvertAll(document => document.Id);
        var changes = (await db.Set<DocumentChange>().AsNoTracking().Where(change => ids.Contains(change.DocumentId)).OrderBy(change => change.Version).ToListAsync(cancel))
            .ToLookup(change => change.DocumentId);
        var snapshots = (await db.Set<DocumentSnapshot>().AsNoTracking().Where(snapshot => ids.Contains(snapshot.DocumentId)).ToListAsync(cancel))
            .ToLookup(snapshot => snapshot.DocumentId);
        var articles = await db.Set<Article>().AsNoTracking().Where(article => ids.Contains(article.Id)).ToDictionaryAsync(article => article.Id, cancel);
        var uses = (await db.Set<ArticleTerm>().AsNoTracking().Where(use => ids.Contains(use.ArticleId)).ToListAsync(cancel))
            .ToLookup(use => use.ArticleId, use => new TermUse(use.Kind, use.Name));
        return [.. documents.SelectMany(document =>
            Look(document, changes[document.Id], [.. snapshots[document.Id]], articles.GetValueOrDefault(document.Id), [.. uses[document.Id]]))];
    }

    private IEnumerable<Problem> Look(
        Document document, IEnumerable<DocumentChange> changes, List<DocumentSnapshot> snapshots, Article? article, HashSet<TermUse> uses)
    {
        if (article is null)
        {
            return [new Problem($"{document.Id}", new Refusal("shell.check.noArticle"))];
        }
        var replay = LogReplay.Of(document, changes, snapshots, article.PublishedVersion is { } version ? new HashSet<int> { version } : []);
        var problems = replay.Problems.Concat(Bookmarks(article, document.Head));
        if (replay.Head is { } head)
        {
            problems = problems.Concat(Followers(article, head, document.Head, uses));
        }
        if (article.PublishedVersion is { } published && replay.At(published) is { } text)
        {
            problems = problems.Concat(_site.Problems(article, new HugoFile(new FileShape(document.Bom, document.NewLine), text)));
        }
        return problems.Select(problem => new Problem(article.Path, problem));
    }

    private static IEnumerable<Refusal> Bookmarks(Article article, int head) =>
        new[] { article.SubmittedVersion, article.ApprovedVersion, article.PublishedVersion }
            .Where(version => version is < 1 || version > head).Select(version => new Refusal("shell.check.bookmark", version!, head));

    private static IEnumerable<Refusal> Followers(Article article, string text, int head, HashSet<TermUse> uses)
    {
        var read = new Article { Path = article.Path, PathKey = article.PathKey, Headline = article.Headline, Section = article.Section };
        ArticleFollower.Read(read, text);
        if (article.FollowedVersion != head || read.Headline != article.Headline || read.Section != article.Section)
        {
            yield return new Refusal("shell.check.list", article.Headline, read.Headline);
        }
        if (TermUses.Read(text) is { } terms && !terms.SetEquals(uses))
        {
            yield return new Refusal("shell.check.terms", string.Join(", ", uses.Select(use => use.Name).Order(StringComparer.Ordinal)), string.Join(", ", terms.Select(use => use.Name).Order(StringComparer.Ordinal)));
        }
    }

    private async IAsyncEnumerable<Problem> WithoutDocument([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var paths = db.Set<Article>().Where(article => !db.Set<Document>().Any(document => document.Id == article.Id)).Select(article => article.Path);
        await foreach (var path in paths.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return new Problem(path, new Refusal("shell.check.noDocument"));
        }
        var orphans = db.Set<DocumentChange>().Where(change => !db.Set<Document>().Any(document => document.Id == change.DocumentId))
            .GroupBy(change => change.DocumentId).Select(group => new { group.Key, Count = group.Count() });
        await foreach (var orphan in orphans.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return new Problem($"{orphan.Key}", new Refusal("shell.check.orphans", orphan.Count));
        }
        var unknown = db.Set<ArticleTerm>().Where(use => !db.Set<Term>().Any(term => term.Kind == use.Kind && term.Name == use.Name)).Select(use => use.Name).Distinct();
        await foreach (var name in unknown.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return new Problem(name, new Refusal("shell.check.unknownTerm"));
        }
    }
}
