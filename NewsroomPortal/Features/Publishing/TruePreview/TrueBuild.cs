using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>One article, built by Hugo itself.</summary>
/// <param name="Key">Names it in its address; nobody can guess it, since the frame that shows it carries no cookie.</param>
/// <param name="Version">The version that was built.</param>
/// <param name="Page">The page's path below the build's address; null where there is none.</param>
/// <param name="Problem">Why there is no page.</param>
/// <param name="Agreement">How the instant preview compares with the page; null without a page, or where it cannot be compared.</param>
public sealed record TrueBuild(string Key, int Version, TimeSpan Took, string? Page, BuildProblem? Problem, Agreement? Agreement)
{
    /// <summary>Where the frame finds the page, relative to the portal's own address; null without one.</summary>
    public string? Address => Page is null ? null : $"{TruePreviews.Address}/{Key}/{Uri.EscapeDataString(Page).Replace("%2F", "/", StringComparison.Ordinal)}";
}

/// <summary>Why Hugo did not build it.</summary>
/// <param name="Reason">The portal's words, or Hugo's own message as a value of them.</param>
/// <param name="Stop">The line of the body that Hugo speaks of; null: of none, or of the front matter.</param>
public sealed record BuildProblem(Refusal Reason, BuildStop? Stop = null);

/// <summary>Where Hugo stopped.</summary>
/// <param name="Line">1-based, of the body.</param>
/// <param name="Text">What stood in that line, by which it is found again in a text that went on.</param>
/// <param name="Message">Hugo's own.</param>
public sealed record BuildStop(int Line, string Text, string Message);
