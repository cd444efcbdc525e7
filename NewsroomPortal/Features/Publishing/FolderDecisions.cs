using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing;

/// <summary>Carries out what a person decided about an article that differs from a folder. Each is an act of its own, in the audit trail.</summary>
public sealed class FolderDecisions(
    DiskCopy disk, Publisher publisher, RenamedFile renamed, ArticleActs acts, Authority authority, FileDecisions files, ArticleImport articles, FileImport others)
{
    /// <param name="report">The comparison that the person saw; what has changed since is refused.</param>
    /// <param name="reason">Why an article is gone, for the audit trail.</param>
    public async Task<Outcome> Decide(
        Actor who, FolderReport report, FolderDifference difference, FolderDecision decision, string reason, CancellationToken cancel = default)
    {
        if (!difference.Decisions(report.IsSite).Contains(decision))
        {
            return Outcome.Refused("publishing.decide.notHere", difference.Path);
        }
        if (decision == FolderDecision.TakeAsNew)
        {
            return await TakeAsNew(who, report, difference, cancel);
        }
        if (difference.ArticleId is not { } articleId)
        {
            return await files.Decide(who, report, difference, decision, cancel);
        }
        return decision switch
        {
            FolderDecision.TakeTheirs when report.IsSite => await disk.TakeIn(who, articleId, difference.Sha256!, cancel),
            FolderDecision.TakeTheirs => await TakeIn(who, report.Folder, articleId, difference, cancel),
            FolderDecision.KeepOurs => await disk.PutBack(who, articleId, difference.Sha256, cancel),
            FolderDecision.MarkGone => await publisher.Withhold(who, articleId, reason, cancel),
            _ => await renamed.Follow(who, articleId, difference, cancel),
        };
    }

    private async Task<Outcome> TakeAsNew(Actor who, FolderReport report, FolderDifference difference, CancellationToken cancel)
    {
        if (FileDecisions.Refusal(who) is { } refusal)
        {
            return refusal;
        }
        var taken = await new FolderImport(report.Folder, articles, others).Take([new FoundFile(difference.Path, null)], who, cancel).FirstAsync(cancel);
        return new Outcome(taken.Refusal);
    }

    /// <summary>From another folder than the site's, a text is taken as work on the article: what is on the site stays until that is published.</summary>
    private Task<Outcome> TakeIn(Actor who, string folder, long articleId, FolderDifference difference, CancellationToken cancel) =>
        acts.Do(ArticleAct.TakeFromDisk, who, articleId, versionSeen: null, async turn =>
        {
            var reading = new FoundFile(difference.Path, null).Read(folder);
            if (!reading.IsDone || TextHash.Of(reading.Value.Bytes) != difference.Sha256)
            {
                return Outcome.Refused("publishing.disk.moved", difference.Path);
            }
            var text = HugoFile.Read(reading.Value.Bytes);
            if (text.File is not { } file)
            {
                return NotText.Because(text.Refusal!);
            }
            var last = await turn.Db.Set<AuditEntry>().Where(entry => entry.ArticleId == articleId && FolderComparison.Taken.Contains(entry.Act))
                .OrderByDescending(entry => entry.Id).Select(entry => entry.Version).FirstOrDefaultAsync(cancel);
            var common = await authority.ReadAt(articleId, last ?? turn.Article.PublishedVersion!.Value, cancel);
            var work = TextDiff.Between(common!.Text, turn.Head.Text);
            turn.Change(TextDiff.Between(common.Text, file.Text).Map(work));
            turn.Article.Working = turn.Article.Working == WorkingState.Closed ? WorkingState.Draft : turn.Article.Working;
            return Outcome.Done;
        }, cancel);
}
