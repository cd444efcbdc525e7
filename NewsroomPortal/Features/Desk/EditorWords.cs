using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Features.Desk;

/// <summary>The words that the browser's side says: the editor's own without their room, and by their whole keys those that the hub answers with.</summary>
internal static class EditorWords
{
    private static readonly string[] RoomsHeard = ["editing.", "articles.", "rendering.", "preview."];
    private const string Own = "desk.editor.";

    public static Dictionary<string, string> Of(Words words) =>
        words.Keys.Where(key => key.StartsWith(Own, StringComparison.Ordinal) || RoomsHeard.Any(room => key.StartsWith(room, StringComparison.Ordinal)))
            .ToDictionary(key => key.StartsWith(Own, StringComparison.Ordinal) ? key[Own.Length..] : key, key => words[key]);
}
