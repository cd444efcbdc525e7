using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>One article, built by Hugo itself.</summary>
/// <param name="Key">Names it in its address; nobody can guess it, since the frame that shows it carries no cookie.</param>
/// <param name="Version">The version that was built.</param>
/// <param name="Page">The page's path below the build's address; null where there is none.</param>
/// <param name="Problem">Why there is no page.</param>
/// <param name="Agreement">How the instant preview compares with the page; null without a page, or where it cannot be compared.</param>
public sealed record TrueBuild(string Key, int Version, TimeSpan Took, string? Page, BuildProblem? Problem, Agreement? Agreement);

/// <summary>Why Hugo did not build it.</summary>
/// <param name="Reason">The portal's words, or Hugo's own message as a value of them.</param>
/// <param name="BodyLine">1-based line of the body that Hugo speaks of; null: of none, or of the front matter.</param>
public sealed record BuildProblem(Refusal Reason, int? BodyLine = null);
