namespace NewsroomPortal.Features.Editing;

/// <summary>Who hears what of a document.</summary>
internal static class HubGroups
{
    public static string Text(long documentId) => $"text-{documentId}";

    public static string Preview(long documentId, string language) => $"preview-{documentId}-{language}";
}
