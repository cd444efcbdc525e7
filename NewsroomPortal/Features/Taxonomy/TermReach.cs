using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Taxonomy;

/// <summary>How many articles a rename or delete touches, by what it means for them.</summary>
/// <param name="InWork">Drafts and articles in review: their text changes, nothing else.</param>
/// <param name="Approved">Their approval is void: they return to review.</param>
/// <param name="Published">Closed on the site: a correction is opened, which readers see when it is published.</param>
/// <param name="ApprovedHeadlines">Of the approved ones, the newest, for who may read them.</param>
public sealed record TermReach(int InWork, int Approved, int Published, IReadOnlyList<string> ApprovedHeadlines)
{
    public const int MostHeadlines = 20;

    public int All => InWork + Approved + Published;
}

/// <summary>How far a rename or delete has come.</summary>
public readonly record struct TermProgress(int Done, int Of);

/// <summary>What a rename or delete has done.</summary>
public sealed record TermResult(int Changed, IReadOnlyList<TermLeft> Left);

/// <summary>An article that still has the term.</summary>
/// <param name="Why">Why it could not be changed.</param>
public sealed record TermLeft(long ArticleId, string Headline, Refusal? Why);
