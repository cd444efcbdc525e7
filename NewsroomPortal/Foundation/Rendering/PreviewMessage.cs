using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsroomPortal.Foundation.Rendering;

/// <summary>
/// What a preview pane is told: the whole list (<see cref="All"/>) or the edits that lead from the list before (<see cref="Edits"/>).
/// A pane whose own number is not one less than <see cref="Seq"/> asks for the whole list.
/// </summary>
/// <param name="Seq">Number of the list that the message leads to.</param>
/// <param name="All">The whole list, or null in a patch.</param>
/// <param name="Why">With a whole list: word key that says why it is plain text, or null.</param>
/// <param name="Edits">In a patch: to be applied one after the other; may be empty.</param>
public sealed record PreviewMessage(
    [property: JsonPropertyName("seq")] int Seq,
    [property: JsonPropertyName("all"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<KeyedBlock>? All,
    [property: JsonPropertyName("why"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Why,
    [property: JsonPropertyName("edits"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PreviewEdit>? Edits)
{
    /// <summary>The default encoder would write each Han character as six.</summary>
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As JSON for a script or a socket, never for the inside of an HTML page: tags are not escaped.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
