using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Features.Review;

/// <summary>The acts between a draft and an approved text. Each carries the version that the person saw, and is checked and audited in its own transaction.</summary>
public sealed class Reviewer(ArticleActs acts, NewsroomSettings settings, SubmitChecks checks, ShortcodeChecks shortcodes)
{
    public Task<Outcome> Submit(Actor who, long articleId, int versionSeen, CancellationToken cancel = default) =>
        acts.Do(ArticleAct.Submit, who, articleId, versionSeen, turn =>
        {
            if (checks.Refusal(turn.Head.Text) is { } refusal)
            {
                return Refused(refusal);
            }
            turn.Article.Working = WorkingState.InReview;
            turn.Article.SubmittedById = who.PersonId;
            turn.Article.SubmittedVersion = turn.Head.Version;
            turn.Article.ChangesRequested = null;
            return Done;
        }, cancel);

    public Task<Outcome> Withdraw(Actor who, long articleId, int versionSeen, CancellationToken cancel = default) =>
        acts.Do(ArticleAct.Withdraw, who, articleId, versionSeen, turn =>
        {
            turn.Article.Working = WorkingState.Draft;
            return Done;
        }, cancel);

    public Task<Outcome> RequestChanges(Actor who, long articleId, int versionSeen, string reason, CancellationToken cancel = default) =>
        acts.Do(ArticleAct.RequestChanges, who, articleId, versionSeen, turn =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return Refused(new Refusal("review.reason"));
            }
            turn.Article.Working = WorkingState.Draft;
            turn.Article.ChangesRequested = turn.Reason = reason.Trim();
            return Done;
        }, cancel);

    public Task<Outcome> Approve(Actor who, long articleId, int versionSeen, CancellationToken cancel = default) =>
        acts.Do(ArticleAct.Approve, who, articleId, versionSeen, async turn =>
        {
            if (settings.FourEyes != FourEyes.Off && !await FourEyesRule.IsKept(turn.Db, articleId, who, cancel))
            {
                if (settings.FourEyes == FourEyes.Enforce)
                {
                    return Outcome.Refused("review.fourEyes");
                }
                turn.Waived = "fourEyes";
            }
            if (shortcodes.Refusal(FrontMatter.Read(turn.Head.Text)) is { } refusal)
            {
                return refusal;
            }
            turn.Article.Working = WorkingState.Approved;
            turn.Article.ApprovedVersion = turn.Head.Version;
            turn.Article.ApprovedById = who.PersonId;
            return Outcome.Done;
        }, cancel);

    /// <summary>Opens a published article for change; what readers see stays until the correction is approved and published.</summary>
    public Task<Outcome> StartCorrection(Actor who, long articleId, int versionSeen, CancellationToken cancel = default) =>
        acts.Do(ArticleAct.StartCorrection, who, articleId, versionSeen, turn =>
        {
            turn.Article.Working = WorkingState.Draft;
            return Done;
        }, cancel);

    private static Task<Outcome> Done => Task.FromResult(Outcome.Done);

    private static Task<Outcome> Refused(Refusal refusal) => Task.FromResult((Outcome)refusal);
}
