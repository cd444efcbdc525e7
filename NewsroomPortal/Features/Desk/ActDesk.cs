using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Features.Review;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Desk;

/// <summary>The acts that stand as buttons on an article's desk, and the rooms that do them.</summary>
public sealed class ActDesk(Reviewer reviewer, Publisher publisher)
{
    /// <summary>In the order of an article's life.</summary>
    public static IReadOnlyList<ArticleAct> Buttons { get; } =
    [
        ArticleAct.Submit, ArticleAct.Withdraw, ArticleAct.RequestChanges, ArticleAct.Approve, ArticleAct.Publish,
        ArticleAct.StartCorrection, ArticleAct.Withhold, ArticleAct.Release,
    ];

    /// <summary>Of all offers, those that have a button, in the buttons' order.</summary>
    public static IEnumerable<ActOffer> Offers(IReadOnlyList<ActOffer> all) => Buttons.SelectMany(act => all.Where(offer => offer.Act == act));

    public static bool NeedsReason(ArticleAct act) => act is ArticleAct.RequestChanges or ArticleAct.Withhold or ArticleAct.Release;

    /// <param name="versionSeen">The version on the person's screen.</param>
    public Task<Outcome> Do(ArticleAct act, Actor who, long articleId, int versionSeen, string reason) => act switch
    {
        ArticleAct.Submit => reviewer.Submit(who, articleId, versionSeen),
        ArticleAct.Withdraw => reviewer.Withdraw(who, articleId, versionSeen),
        ArticleAct.RequestChanges => reviewer.RequestChanges(who, articleId, versionSeen, reason),
        ArticleAct.Approve => reviewer.Approve(who, articleId, versionSeen),
        ArticleAct.StartCorrection => reviewer.StartCorrection(who, articleId, versionSeen),
        ArticleAct.Publish => publisher.Publish(who, articleId, versionSeen),
        ArticleAct.Withhold => publisher.Withhold(who, articleId, reason),
        ArticleAct.Release => publisher.Release(who, articleId, reason),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "The desk has no button for this act."),
    };
}
