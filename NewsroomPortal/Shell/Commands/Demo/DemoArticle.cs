namespace NewsroomPortal.Shell.Commands.Demo;

/// <summary>One invented article of the sample newsroom, and how far it has come.</summary>
internal sealed record DemoArticle(DemoState State, string Title, string Category, string[] Tags, string Lead, string Body);

/// <summary>Where a sample article stands.</summary>
internal enum DemoState
{
    Draft,
    ChangesRequested,
    InReview,
    Approved,
    Live,
    Correction,
    Withheld,
}
