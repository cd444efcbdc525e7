using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing;

/// <summary>What lies on the disk where an article is published, and what a person decides when that is not what the portal put there.</summary>
public sealed class DiskCopy(
    ArticleActs acts, ArticleShelf shelf, Authority authority, Placements placements, ContentFolder folder, IDbContextFactory<NewsroomDb> contexts)
{
    /// <summary>Null: there is no such article for this person, or it was never published.</summary>
    /// <exception cref="ContentFolderException">The file cannot be read.</exception>
    public async Task<DiskReport?> Report(Actor who, long articleId, CancellationToken cancel = default)
    {
        if (await shelf.Find(who, articleId, cancel) is not { PublishedVersion: { } version } article
            || await authority.ReadAt(articleId, version, cancel) is not { } published)
        {
            return null;
        }
        var bytes = folder.Read(article.Path);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var isWaiting = await db.Set<Placement>().AnyAsync(placement => placement.ArticleId == articleId, cancel);
        var sha256 = bytes is null ? null : TextHash.Of(bytes);
        var reading = bytes is null ? null : HugoFile.Read(bytes);
        return new DiskReport(isWaiting ? DiskStanding.Waiting : Standing(article, sha256), article.Path, published.Text, reading?.File?.Text, sha256);
    }

    /// <summary>
    /// Takes the text on the disk into the article: as a version of its own, which is then the one on the site, and where the article was
    /// being worked on, merged with that work. A closed article opens as a correction.
    /// </summary>
    /// <param name="diskSeen">SHA-256 of the file that the person saw.</param>
    public Task<Outcome> TakeIn(Actor who, long articleId, string diskSeen, CancellationToken cancel = default) =>
        placements.Run(articleId, version: null, () => acts.Do(ArticleAct.TakeFromDisk, who, articleId, versionSeen: null, async turn =>
        {
            var article = turn.Article;
            if (folder.Read(article.Path) is not { } bytes || TextHash.Of(bytes) != diskSeen)
            {
                return Outcome.Refused("publishing.disk.moved", article.Path);
            }
            var reading = HugoFile.Read(bytes);
            if (reading.File is not { } file)
            {
                return NotText.Because(reading.Refusal!);
            }
            var published = await authority.ReadAt(articleId, article.PublishedVersion!.Value, cancel);
            TakeIn(turn, published!.Text, file.Text);
            article.PublishedSha256 = diskSeen;
            article.Working = article.Working == WorkingState.Closed ? WorkingState.Draft : article.Working;
            return Outcome.Done;
        }, cancel), cancel);

    /// <summary>Puts the published version back over what lies on the disk.</summary>
    /// <param name="diskSeen">SHA-256 of the file that the person saw; null: there was none.</param>
    public async Task<Outcome> PutBack(Actor who, long articleId, string? diskSeen, CancellationToken cancel = default)
    {
        var version = (await shelf.Find(who, articleId, cancel))?.PublishedVersion;
        return await placements.Run(articleId, version, () => acts.Do(ArticleAct.PutBackOnDisk, who, articleId, versionSeen: null, async turn =>
        {
            var article = turn.Article;
            if (folder.Hash(article.Path) != diskSeen)
            {
                return Outcome.Refused("publishing.disk.moved", article.Path);
            }
            var published = await authority.ReadAt(articleId, article.PublishedVersion!.Value, cancel);
            turn.About(published!.Version, TextHash.Of(published));
            article.PublishedSha256 = turn.Sha256;
            turn.Db.Add(new Placement { ArticleId = articleId, Path = article.Path, Before = diskSeen, After = turn.Sha256, Version = turn.Version });
            return Outcome.Done;
        }, cancel), cancel);
    }

    private static DiskStanding Standing(Article article, string? sha256) => article.Public == PublicState.Withheld
        ? sha256 is null ? DiskStanding.AsPublished : DiskStanding.LeftThere
        : sha256 is null ? DiskStanding.Missing
        : sha256 == article.PublishedSha256 ? DiskStanding.AsPublished : DiskStanding.Changed;

    /// <summary>First the disk's text, so that the log has the version that readers see; then the work on it, moved over what the disk changed.</summary>
    private static void TakeIn(ArticleTurn turn, string published, string disk)
    {
        var work = TextDiff.Between(published, turn.Head.Text);
        var theirs = TextDiff.Between(published, disk);
        turn.Change(TextDiff.Between(turn.Head.Text, disk));
        turn.Article.PublishedVersion = turn.Text.Version;
        turn.Change(work.Map(theirs));
    }
}

/// <summary>How the disk stands to what the portal put there.</summary>
public enum DiskStanding
{
    AsPublished,

    /// <summary>Decided, but not in place yet: the disk failed.</summary>
    Waiting,
    Missing,
    Changed,

    /// <summary>The article is withheld, but a file lies at its path.</summary>
    LeftThere,
}

/// <param name="Published">The text that the portal published.</param>
/// <param name="OnDisk">The text on the disk; null: there is no file, or it is not UTF-8.</param>
/// <param name="Sha256">Of the file on the disk; null: there is none.</param>
public sealed record DiskReport(DiskStanding Standing, string Path, string Published, string? OnDisk, string? Sha256);
