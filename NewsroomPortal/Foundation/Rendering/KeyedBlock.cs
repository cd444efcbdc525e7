using System.Text.Json.Serialization;

namespace NewsroomPortal.Foundation.Rendering;

/// <summary>A block as a preview pane keeps it.</summary>
/// <param name="Key">Unique in the pane, kept while the block lives, never used again.</param>
/// <param name="FirstLine">First line of the body, 0-based.</param>
/// <param name="LastLine">Last line of the body, inclusive.</param>
/// <param name="Html">Safe HTML.</param>
public sealed record KeyedBlock(
    [property: JsonPropertyName("k")] int Key,
    [property: JsonPropertyName("l")] int FirstLine,
    [property: JsonPropertyName("e")] int LastLine,
    [property: JsonPropertyName("h")] string Html);
