using System.Text.Json.Serialization;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Features.Editing;

/// <summary>A preview or what changed in it: the message of Rendering, with what stands around the text.</summary>
/// <param name="Why">Why the plain text is shown, in the person's language.</param>
/// <param name="Head">HTML above the text, whole; null where it did not change.</param>
/// <param name="Aside">HTML below and beside the text, likewise.</param>
public sealed record SentPreview(
    [property: JsonPropertyName("seq")] int Seq,
    [property: JsonPropertyName("all"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<KeyedBlock>? All,
    [property: JsonPropertyName("why"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Why,
    [property: JsonPropertyName("edits"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PreviewEdit>? Edits,
    [property: JsonPropertyName("head"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Head,
    [property: JsonPropertyName("aside"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Aside);
