using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing;

/// <summary>As <see cref="FolderDecisions"/>, for the files beside the articles. They have no workflow: editors and admins decide.</summary>
public sealed class FileDecisions(FileVault vault, ContentFolder site, IDbContextFactory<NewsroomDb> contexts, WriteGate gate, AuditTrail audit)
{
    /// <summary>Why somebody may not import, or decide about a file; null where they may.</summary>
    public static Refusal? Refusal(Actor who) => who.IsEditor || who.IsAdmin ? null : new Refusal("publishing.decide.who");

    /// <summary>Whether another article or file has a path.</summary>
    public static async Task<bool> IsTaken(NewsroomDb db, ContentPath path, long? articleId, long? fileId, CancellationToken cancel) =>
        await db.Set<Article>().AnyAsync(article => article.PathKey == path.Key && article.Id != articleId, cancel)
        || await db.Set<SiteFile>().AnyAsync(file => file.PathKey == path.Key && file.Id != fileId, cancel);

    public async Task<Outcome> Decide(Actor who, FolderReport report, FolderDifference difference, FolderDecision decision, CancellationToken cancel)
    {
        if (Refusal(who) is { } refusal)
        {
            return refusal;
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        using var pass = await gate.EnterAsync(cancel);
        if (await db.FindAsync<SiteFile>([difference.FileId], cancel) is not { } file)
        {
            return Outcome.Refused("publishing.disk.moved", difference.Path);
        }
        try
        {
            var now = new ContentFolder(report.Folder);
            var isAsSeen = now.Hash(difference.NewPath ?? file.Path) == difference.Sha256 && (difference.NewPath is null || now.Hash(file.Path) is null);
            var outcome = isAsSeen ? await Carry(db, file, now, difference, decision, cancel) : Outcome.Refused("publishing.disk.moved", difference.Path);
            if (outcome.IsDone)
            {
                audit.Record(db, who, $"file.{char.ToLowerInvariant(decision.ToString()[0])}{decision.ToString()[1..]}", subject: file.Path, sha256: file.Sha256);
                await db.SaveChangesAsync(cancel);
            }
            return outcome;
        }
        catch (ContentFolderException problem)
        {
            return Outcome.Refused("publishing.disk.problem", problem.Message);
        }
        catch (Exception problem) when (NotSaved.Is(problem))
        {
            // What it put into the site folder shows as a difference again.
            return Outcome.Refused(NotSaved.Word);
        }
    }

    private async Task<Outcome> Carry(NewsroomDb db, SiteFile file, ContentFolder now, FolderDifference difference, FolderDecision decision, CancellationToken cancel)
    {
        switch (decision)
        {
            case FolderDecision.TakeTheirs:
                return TakeIn(file, now, now.Read(file.Path)!);
            case FolderDecision.KeepOurs:
                Put(file.Path, vault.Read(file.Sha256));
                return Outcome.Done;
            case FolderDecision.MarkGone:
                db.Remove(file);
                return Outcome.Done;
            default:
                return await Follow(db, file, difference.NewPath!, cancel);
        }
    }

    /// <summary>A file from another folder goes on the site as well, unless somebody changed it there.</summary>
    private Outcome TakeIn(SiteFile file, ContentFolder now, byte[] bytes)
    {
        if (now.Root != site.Root && site.Hash(file.Path) != file.Sha256)
        {
            return Outcome.Refused("publishing.disk.changed", file.Path);
        }
        var sha256 = TextHash.Of(bytes);
        vault.Keep([(sha256, bytes)]);
        if (now.Root != site.Root)
        {
            Put(file.Path, bytes);
        }
        (file.Sha256, file.Length) = (sha256, bytes.Length);
        return Outcome.Done;
    }

    private static async Task<Outcome> Follow(NewsroomDb db, SiteFile file, string newPath, CancellationToken cancel)
    {
        var (path, refusal) = ContentPath.ReadOther(newPath);
        if (path is null || await IsTaken(db, path, articleId: null, file.Id, cancel))
        {
            return Outcome.Refused(refusal ?? "articles.path.taken", newPath);
        }
        (file.Path, file.PathKey) = (newPath, path.Key);
        return Outcome.Done;
    }

    private void Put(string path, byte[] bytes)
    {
        using var staged = site.Stage(bytes);
        site.Put(staged, path);
    }
}
