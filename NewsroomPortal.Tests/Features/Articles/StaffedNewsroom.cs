using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Features.Review;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Settings;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Articles;

/// <summary>A newsroom with its staff and the rooms from Articles to Publishing; it is 09:00 on 2 March 2026 in Hong Kong.</summary>
internal sealed class StaffedNewsroom : IAsyncDisposable
{
    private readonly TestNewsroom _newsroom;

    private StaffedNewsroom(TestNewsroom newsroom) => _newsroom = newsroom;

    public static Actor Mei { get; } = new("mei", "Chan Mei", Role.Journalist);

    public static Actor Kit { get; } = new("kit", "Ho Kit", Role.Journalist);

    public static Actor Lok { get; } = new("lok", "Wong Lok", Role.Editor);

    public static Actor Fan { get; } = new("fan", "Lee Fan", Role.Editor);

    public static Actor Ada { get; } = new("ada", "Yip Ada", Role.Admin);

    public static IReadOnlyList<Actor> Staff { get; } = [Mei, Kit, Lok, Fan, Ada];

    public TestNewsroom House => _newsroom;

    public ArticleShelf Shelf => Get<ArticleShelf>();

    public Reviewer Reviewer => Get<Reviewer>();

    public Publisher Publisher => Get<Publisher>();

    public DiskCopy Disk => Get<DiskCopy>();

    public string Site => Get<ContentFolder>().Root;

    public static async Task<StaffedNewsroom> Open(FourEyes fourEyes = FourEyes.Enforce, string? pattern = null, Action<IServiceCollection>? more = null)
    {
        var newsroom = await TestNewsroom.Open(services =>
        {
            services.AddSingleton(new NewsroomSettings { FourEyes = fourEyes, PathPattern = pattern ?? new NewsroomSettings().PathPattern });
            services.AddArticles().AddReview().AddPublishing();
            more?.Invoke(services);
        });
        await using var db = newsroom.Db();
        db.AddRange(Staff.Select(actor => new Person { Id = actor.PersonId!, Name = actor.Name, Roles = actor.Roles, UserName = actor.PersonId }));
        await db.SaveChangesAsync();
        newsroom.Get<NewSite>().MakeIfMissing();
        return new StaffedNewsroom(newsroom);
    }

    public T Get<T>()
        where T : notnull => _newsroom.Get<T>();

    /// <summary>A new draft of Mei's with headline, category and text.</summary>
    public async Task<long> Draft(Actor? who = null, string headline = "港島線今早恢復正常")
    {
        var id = (await Shelf.Create(who ?? Mei)).Value;
        await Replace(id, who ?? Mei, "title: \"\"", $"title: \"{headline}\"");
        await Replace(id, who ?? Mei, "categories: []", "categories: [\"港聞\"]");
        await Append(id, who ?? Mei, "\n列車服務今早七時回復正常。\n");
        return id;
    }

    /// <summary>A draft that Mei submitted and Lok approved.</summary>
    public async Task<long> Approved(string headline = "港島線今早恢復正常")
    {
        var id = await Draft(headline: headline);
        await Done(Reviewer.Submit(Mei, id, await Head(id)));
        await Done(Reviewer.Approve(Lok, id, await Head(id)));
        return id;
    }

    public async Task<long> Published()
    {
        var id = await Approved();
        await Done(Publisher.Publish(Lok, id, await Head(id)));
        return id;
    }

    public async Task<int> Head(long id) => (await Text(id)).Version;

    public async Task<DocumentText> Text(long id) => (await _newsroom.Authority.Read(id))!;

    public Task Append(long id, Actor who, string text) => Change(id, who, now => (now.Length, now.Length, text));

    public Task Replace(long id, Actor who, string old, string text) =>
        Change(id, who, now => (now.IndexOf(old, StringComparison.Ordinal), now.IndexOf(old, StringComparison.Ordinal) + old.Length, text));

    /// <summary>As an editor's page pushes, and then as the followers do in the background.</summary>
    public async Task<PushAnswer> Push(long id, Actor who, string text)
    {
        var head = await Text(id);
        return await _newsroom.Authority.Push(id, head.Version, [new Update(Guid.NewGuid().ToString(), TextDiff.Between(head.Text, text))], who);
    }

    public async Task Follow(long id)
    {
        using var pass = await Get<WriteGate>().EnterAsync();
        foreach (var follower in Get<IEnumerable<IFollowDocuments>>())
        {
            await using var db = _newsroom.Db();
            await follower.Follow(db, await Text(id), Actor.Portal, default);
        }
    }

    public async Task<Article> Article(long id)
    {
        await using var db = _newsroom.Db();
        return await db.Set<Article>().AsNoTracking().SingleAsync(article => article.Id == id);
    }

    public async Task<List<AuditEntry>> Audit(long id)
    {
        await using var db = _newsroom.Db();
        return await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.ArticleId == id).OrderBy(entry => entry.Id).ToListAsync();
    }

    /// <summary>Changes a row behind the acts' back, to set a stage.</summary>
    public async Task Set(long id, Action<Article> change)
    {
        await using var db = _newsroom.Db();
        change((await db.FindAsync<Article>(id))!);
        await db.SaveChangesAsync();
    }

    public byte[]? OnDisk(string path) => Get<ContentFolder>().Read(path);

    public void PutOnDisk(string path, string text)
    {
        var full = System.IO.Path.Combine(Site, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, Encoding.UTF8.GetBytes(text));
    }

    public IEnumerable<string> SiteFiles() => Directory.EnumerateFiles(Site, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Site, file).Replace('\\', '/')).Where(file => file != "hugo.toml").Order();

    /// <summary>An article with this very file, as an import brings it.</summary>
    public async Task<long> Import(string path, byte[] bytes)
    {
        await foreach (var file in Get<ArticleImport>().Take([new ImportFile(path, bytes)], Actor.Portal))
        {
            Assert.Null(file.Refusal);
            return file.ArticleId!.Value;
        }
        throw new InvalidOperationException($"Nothing came of {path}.");
    }

    public static async Task Done(Task<Outcome> act)
    {
        var outcome = await act;
        Assert.True(outcome.IsDone, outcome.Refusal?.ToString());
    }

    public static async Task Refused(string word, Task<Outcome> act) => Assert.Equal(word, (await act).Refusal?.Word);

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    private async Task Change(long id, Actor who, Func<string, (int From, int To, string Insert)> splice)
    {
        var now = (await Text(id)).Text;
        var (from, to, insert) = splice(now);
        var answer = await Push(id, who, now[..from] + insert + now[to..]);
        Assert.Null(answer.Refused);
    }
}
