using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Taxonomy;

/// <summary>A newsroom with articles in chosen states, whose followers a test runs itself.</summary>
internal sealed class TermNewsroom(TestNewsroom newsroom) : IAsyncDisposable
{
    public static Actor Admin { get; } = new("ho", "Ho Yan", Role.Admin);

    public TestNewsroom Newsroom => newsroom;

    public TermShelf Shelf => newsroom.Get<TermShelf>();

    public TermEditor Editor => newsroom.Get<TermEditor>();

    public static async Task<TermNewsroom> Open() => new(await TestNewsroom.Open(services => services.AddArticles().AddTaxonomy()));

    /// <summary>An article with these tags, followed.</summary>
    public async Task<long> Write(string headline, string[] tags, WorkingState working = WorkingState.Draft, PublicState @public = PublicState.None) =>
        await Put(
            $"---\ntitle: \"{headline}\"\ncategories:\n  - \"港聞\"\ntags:\n{string.Concat(tags.Select(tag => $"  - \"{tag}\"\n"))}---\n\n海面平靜。\n",
            working, @public);

    public async Task<long> Put(string text, WorkingState working = WorkingState.Draft, PublicState @public = PublicState.None)
    {
        var outcome = await newsroom.Authority.Create(new HugoFile(new FileShape(Bom: false, "\n"), text), TestNewsroom.Mei, (db, born) =>
        {
            db.Add(new Article
            {
                Id = born.DocumentId,
                Path = $"content/post/{born.DocumentId}.md",
                PathKey = $"content/post/{born.DocumentId}.md",
                Working = working,
                Public = @public,
                ApprovedVersion = working == WorkingState.Approved ? 1 : null,
            });
            return Task.FromResult(Outcome.Done);
        });
        await Follow(outcome.Value);
        return outcome.Value;
    }

    public async Task Follow(long id) => await Follow((await newsroom.Authority.Read(id))!);

    public async Task Follow(DocumentText text)
    {
        foreach (var follower in newsroom.Get<IEnumerable<IFollowDocuments>>())
        {
            await using var db = newsroom.Db();
            await follower.Follow(db, text, Actor.Portal, TestContext.Current.CancellationToken);
        }
    }

    public async Task<string> Text(long id) => (await newsroom.Authority.Read(id))!.Text;

    public async Task<Article> Article(long id)
    {
        await using var db = newsroom.Db();
        return await db.Set<Article>().SingleAsync(article => article.Id == id);
    }

    public async Task<string[]> Tags(long id)
    {
        await using var db = newsroom.Db();
        return await db.Set<ArticleTerm>().Where(use => use.ArticleId == id && use.Kind == TermKind.Tag).Select(use => use.Name).Order().ToArrayAsync();
    }

    public async Task<string[]> Known(TermKind kind = TermKind.Tag) => [.. (await Shelf.List(kind)).Select(term => $"{term.Name} {term.Articles}")];

    public async Task<List<AuditEntry>> Audit()
    {
        await using var db = newsroom.Db();
        return await db.Set<AuditEntry>().OrderBy(entry => entry.Id).ToListAsync();
    }

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();
}
