using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Articles;

/// <summary>
/// The workflow, as one table: which act, in which states, by whom. Nothing else decides; buttons, acts, the hub and the form all ask
/// here. It lies beside the states that it speaks of, since creating and deleting ask it too. What a text must hold to be submitted
/// or published is asked by those acts themselves.
/// </summary>
public static class ReviewRules
{
    private static readonly WorkingState[] AnyWork = [WorkingState.Closed, WorkingState.Draft, WorkingState.InReview, WorkingState.Approved];
    private static readonly PublicState[] AnyPublic = [PublicState.None, PublicState.Live, PublicState.Withheld];
    private static readonly PublicState[] Published = [PublicState.Live, PublicState.Withheld];

    private static readonly Rule[] Table =
    [
        new(ArticleAct.Edit, [WorkingState.Draft, WorkingState.Approved], AnyPublic, Who.Its | Who.Editor),
        new(ArticleAct.Edit, [WorkingState.InReview], AnyPublic, Who.Editor),
        new(ArticleAct.Restore, [WorkingState.Draft, WorkingState.Approved], AnyPublic, Who.Its | Who.Editor),
        new(ArticleAct.Restore, [WorkingState.InReview], AnyPublic, Who.Editor),
        new(ArticleAct.Submit, [WorkingState.Draft], AnyPublic, Who.Its | Who.Editor),
        new(ArticleAct.Withdraw, [WorkingState.InReview], AnyPublic, Who.Its),
        new(ArticleAct.RequestChanges, [WorkingState.InReview], AnyPublic, Who.Editor),
        new(ArticleAct.Approve, [WorkingState.InReview], AnyPublic, Who.Editor),
        new(ArticleAct.Publish, [WorkingState.Approved], AnyPublic, Who.Editor),
        // What was withheld for a mistake is mended before readers see it again.
        new(ArticleAct.StartCorrection, [WorkingState.Closed], Published, Who.Its | Who.Editor),
        new(ArticleAct.Withhold, AnyWork, [PublicState.Live], Who.Editor),
        new(ArticleAct.Release, AnyWork, [PublicState.Withheld], Who.Editor),
        new(ArticleAct.Delete, [WorkingState.Draft], [PublicState.None], Who.Owner | Who.Editor),
        new(ArticleAct.Assign, AnyWork, AnyPublic, Who.Editor),
        new(ArticleAct.SetSlug, [WorkingState.Draft], [PublicState.None], Who.Its | Who.Editor),
        new(ArticleAct.SetSlug, [WorkingState.InReview, WorkingState.Approved], [PublicState.None], Who.Editor),
        new(ArticleAct.TakeFromDisk, AnyWork, [PublicState.Live], Who.Editor),
        new(ArticleAct.PutBackOnDisk, AnyWork, [PublicState.Live], Who.Editor),
        new(ArticleAct.FollowRename, AnyWork, [PublicState.Live], Who.Editor),
    ];

    [Flags]
    private enum Who
    {
        Owner = 1,
        Assignee = 2,
        Its = Owner | Assignee,
        Editor = 4,
    }

    /// <summary>Journalists and editors create articles; an admin who is neither does not.</summary>
    public static Refusal? RefusalToCreate(Actor who) => Reads(who) ? null : new Refusal("articles.who.create");

    /// <summary>Journalists and editors read every article; an admin who is neither reads none.</summary>
    public static bool Reads(Actor who) => who.IsJournalist || who.IsEditor;

    /// <summary>Why somebody may not do an act on an article now, or null where they may.</summary>
    /// <param name="head">The version of the article's newest text: an approval holds only while it is of that.</param>
    public static Refusal? Refusal(ArticleAct act, Actor who, Article article, int head)
    {
        if (act == ArticleAct.Create)
        {
            return RefusalToCreate(who);
        }
        var fitting = Table.Where(rule => rule.Act == act && rule.Working.Contains(article.Working) && rule.Public.Contains(article.Public)).ToList();
        if (fitting.Count == 0 || (act == ArticleAct.Publish && article.ApprovedVersion != head))
        {
            return new Refusal($"articles.when.{act.Spell()}");
        }
        var allowed = fitting.Aggregate((Who)0, (all, rule) => all | rule.Who);
        return (allowed & PartOf(who, article)) != 0 ? null : new Refusal(WhoNot(allowed));
    }

    /// <summary>Every act on this article, each allowed or with the reason why not: what buttons show.</summary>
    public static IReadOnlyList<ActOffer> Offers(Actor who, Article article, int head) =>
        [.. Table.Select(rule => rule.Act).Distinct().Select(act => new ActOffer(act, Refusal(act, who, article, head)))];

    private static Who PartOf(Actor who, Article article)
    {
        var part = who.IsEditor ? Who.Editor : 0;
        if (who.PersonId is { } person && Reads(who))
        {
            part |= article.OwnerId == person ? Who.Owner : 0;
            part |= article.AssigneeId == person ? Who.Assignee : 0;
        }
        return part;
    }

    private static string WhoNot(Who allowed) => allowed switch
    {
        Who.Editor => "articles.who.editor",
        Who.Its => "articles.who.its",
        Who.Owner | Who.Editor => "articles.who.ownerOrEditor",
        _ => "articles.who.itsOrEditor",
    };

    private sealed record Rule(ArticleAct Act, WorkingState[] Working, PublicState[] Public, Who Who);
}

/// <summary>An act as it stands for somebody: allowed, or the reason why not.</summary>
public sealed record ActOffer(ArticleAct Act, Refusal? WhyNot)
{
    public bool Allowed => WhyNot is null;
}
