using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// Follows an article's file that somebody renamed in the site folder. Its old address goes among the <c>aliases</c> of the text on the site, so
/// that Hugo leads readers who come by it to the new one.
/// </summary>
public sealed class RenamedFile(ArticleActs acts, Authority authority, Placements placements, ContentFolder site, CurrentSite current)
{
    private const string Aliases = "aliases";

    public Task<Outcome> Follow(Actor who, long articleId, FolderDifference difference, CancellationToken cancel) =>
        placements.Run(articleId, version: null, () => acts.Do(ArticleAct.FollowRename, who, articleId, versionSeen: null, async turn =>
        {
            var (path, refusal) = ContentPath.Read(difference.NewPath!);
            if (path is null)
            {
                return Outcome.Refused(refusal!);
            }
            if (site.Hash(difference.NewPath!) != difference.Sha256 || site.Hash(turn.Article.Path) is not null)
            {
                return Outcome.Refused("publishing.disk.moved", difference.NewPath!);
            }
            if (await FileDecisions.IsTaken(turn.Db, path, articleId, fileId: null, cancel))
            {
                return Outcome.Refused("articles.path.taken", difference.NewPath!);
            }
            var old = turn.Article.Path;
            turn.Article.Path = difference.NewPath!;
            turn.Article.PathKey = path.Key;
            turn.Reason = $"{old} → {difference.NewPath}{await LeadOn(turn, old, cancel)}";
            return Outcome.Done;
        }, cancel), cancel);

    /// <summary>The alias that was written, as the trail tells it; a question mark where the old address is not known or cannot be written.</summary>
    private async Task<string> LeadOn(ArticleTurn turn, string from, CancellationToken cancel)
    {
        var published = (await authority.ReadAt(turn.Article.Id, turn.Article.PublishedVersion!.Value, cancel))!;
        var front = FrontMatter.Read(published.Text);
        var old = OldAddress(from, front);
        var now = current.AddressOf(ContentPath.Read(turn.Article.Path).Path!, front)?.Path;
        if (old is not null && old == now)
        {
            return "";
        }
        // The home page's address is somebody else's as soon as its file is gone.
        if (old is null || now is null || old.Trim('/').Length == 0 || With(published.Text, old, now) is not { } changed)
        {
            return $"; {Aliases}: ?";
        }
        Publish(turn, published.Text, changed, With(turn.Head.Text, old, now));
        return $"; {Aliases}: {old}";
    }

    private string? OldAddress(string from, FrontMatter front) => ContentPath.Read(from).Path is { } path
        ? PageAddress.Of(path, front, current.Settings, file => file == path.Value || File.Exists(Path.Combine(site.Root, file)))?.Path
        : null;

    /// <summary>The text on the site becomes a version with the alias; work on the article goes on over it.</summary>
    private static void Publish(ArticleTurn turn, string published, string changed, string? work)
    {
        var (article, head) = (turn.Article, turn.Head.Text);
        var before = article.PublishedSha256;
        turn.Change(TextDiff.Between(head, changed));
        var (version, sha256) = (turn.Version, turn.Sha256);
        if (head != published)
        {
            turn.Change(TextDiff.Between(changed, work ?? head));
        }
        turn.About(version, sha256);
        turn.Db.Add(new Placement { ArticleId = article.Id, Path = article.Path, Before = before, After = sha256, Version = version });
        (article.PublishedVersion, article.PublishedSha256) = (version, sha256);
    }

    /// <summary>The text with the old address among its aliases, and without the one that is its own now; null where that cannot be written.</summary>
    private static string? With(string text, string old, string now)
    {
        var front = FrontMatter.Read(text);
        var field = front[Aliases];
        IReadOnlyList<string> present = field is null ? [] : field.Items.Count > 0 ? field.Items : field.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        List<string> wanted = [.. present.Where(alias => !IsSame(alias, now)), .. present.Any(alias => IsSame(alias, old)) ? Enumerable.Empty<string>() : [old]];
        return front.Set(Aliases, new FieldValue.Items(wanted)).Change?.Apply(text);
    }

    /// <summary>Hugo takes <c>/a</c> and <c>/a/</c> for one.</summary>
    private static bool IsSame(string alias, string address) => alias.StartsWith('/') && alias.Trim('/') == address.Trim('/');
}
