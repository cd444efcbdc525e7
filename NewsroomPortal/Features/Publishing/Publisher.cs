using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// Puts approved texts on the site, exactly as they are, takes them off and brings them back. A file that somebody changed on the disk
/// is never overwritten or removed: that is refused, and settled by <see cref="DiskCopy"/>.
/// </summary>
public sealed class Publisher(
    ArticleActs acts, ArticleShelf shelf, ArticlePaths paths, Authority authority, Placements placements, PublishChecks checks, ContentFolder folder, SiteClock site)
{
    public Task<Outcome> Publish(Actor who, long articleId, int versionSeen, CancellationToken cancel = default) =>
        placements.Run(articleId, versionSeen, () => acts.Do(ArticleAct.Publish, who, articleId, versionSeen, async turn =>
        {
            if (checks.Refusal(turn.Head.Text) is { } refusal)
            {
                return refusal;
            }
            if (turn.Article.PublishedVersion is null && await Freeze(turn, cancel) is { } taken)
            {
                return taken;
            }
            var outcome = Place(turn, turn.Head.Version, turn.Sha256);
            if (outcome.IsDone)
            {
                turn.Article.Working = WorkingState.Closed;
                turn.Article.Public = PublicState.Live;
                turn.Article.PublishedAtUtc = site.Now.UtcDateTime;
            }
            return outcome;
        }, cancel), cancel);

    /// <summary>Takes the file off the site; Hugo takes its page away when it builds with <c>--cleanDestinationDir</c>.</summary>
    public Task<Outcome> Withhold(Actor who, long articleId, string reason, CancellationToken cancel = default) =>
        placements.Run(articleId, version: null, () => acts.Do(ArticleAct.Withhold, who, articleId, versionSeen: null, turn =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return Task.FromResult(Outcome.Refused("publishing.reason"));
            }
            var article = turn.Article;
            turn.About(article.PublishedVersion!.Value, article.PublishedSha256!);
            turn.Reason = reason.Trim();
            var present = folder.Hash(article.Path);
            if (present is not null && present != article.PublishedSha256)
            {
                return Task.FromResult(Outcome.Refused("publishing.disk.changed", article.Path));
            }
            turn.Db.Add(new Placement { ArticleId = article.Id, Path = article.Path, Before = present });
            article.Public = PublicState.Withheld;
            return Task.FromResult(Outcome.Done);
        }, cancel), cancel);

    /// <summary>Puts the version that was withheld back.</summary>
    public async Task<Outcome> Release(Actor who, long articleId, string reason, CancellationToken cancel = default)
    {
        var version = (await shelf.Find(who, articleId, cancel))?.PublishedVersion;
        return await placements.Run(articleId, version, () => acts.Do(ArticleAct.Release, who, articleId, versionSeen: null, async turn =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return Outcome.Refused("publishing.reason");
            }
            turn.Reason = reason.Trim();
            var published = await authority.ReadAt(articleId, turn.Article.PublishedVersion!.Value, cancel);
            turn.About(published!.Version, TextHash.Of(published));
            var outcome = Place(turn, turn.Version, turn.Sha256);
            if (outcome.IsDone)
            {
                turn.Article.Public = PublicState.Live;
            }
            return outcome;
        }, cancel), cancel);
    }

    /// <summary>The path is found for good: what already lies in the site counts as taken.</summary>
    private async Task<Refusal?> Freeze(ArticleTurn turn, CancellationToken cancel)
    {
        var article = turn.Article;
        var path = await paths.Find(
            turn.Db, article, site.DayOf(turn.Head.Text), article.Slug, taken => folder.Twins(taken.Value).Count > 0, cancel);
        if (path.IsDone)
        {
            article.Path = path.Value.Value;
            article.PathKey = path.Value.Key;
        }
        return path.Refusal;
    }

    private Outcome Place(ArticleTurn turn, int version, string sha256)
    {
        var article = turn.Article;
        var present = folder.Hash(article.Path);
        var expected = article.Public == PublicState.Live ? article.PublishedSha256 : null;
        if (present != expected && present != sha256)
        {
            return Outcome.Refused("publishing.disk.changed", article.Path);
        }
        turn.Db.Add(new Placement { ArticleId = article.Id, Path = article.Path, Before = present, After = sha256, Version = version });
        article.PublishedVersion = version;
        article.PublishedSha256 = sha256;
        return Outcome.Done;
    }
}
