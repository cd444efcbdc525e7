using System.Text.Json.Serialization;

namespace NewsroomPortal.Foundation.Rendering;

/// <summary>
/// One step from one list of blocks to the next. Either <em>replace</em> (<see cref="Removed"/>, <see cref="Inserted"/>),
/// or <em>lines</em> (<see cref="FirstLine"/> and <see cref="LastLine"/>), or <em>splice</em>, which is lines with <see cref="Text"/>.
/// </summary>
public sealed record PreviewEdit
{
    /// <summary>Index in the list as the edits before this one left it.</summary>
    [JsonPropertyName("at")]
    public required int At { get; init; }

    /// <summary>How many blocks are taken out; absent means none.</summary>
    [JsonPropertyName("del"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Removed { get; init; }

    /// <summary>The blocks put in; absent means none.</summary>
    [JsonPropertyName("ins"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<KeyedBlock>? Inserted { get; init; }

    /// <summary>New first line of the one block that stays.</summary>
    [JsonPropertyName("l"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FirstLine { get; init; }

    /// <summary>Its new last line.</summary>
    [JsonPropertyName("e"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? LastLine { get; init; }

    /// <summary>UTF-16 units of its HTML kept from the start.</summary>
    [JsonPropertyName("p"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Prefix { get; init; }

    /// <summary>UTF-16 units of its HTML kept from the end. Neither count cuts a surrogate pair.</summary>
    [JsonPropertyName("s"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Suffix { get; init; }

    /// <summary>What stands between them.</summary>
    [JsonPropertyName("t"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>Added to both lines of every block after the ones this edit names; absent means 0.</summary>
    [JsonPropertyName("shift"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Shift { get; init; }

    /// <summary>Index of the first block that <see cref="Shift"/> moves.</summary>
    [JsonIgnore]
    public int Next => At + (FirstLine is null ? Inserted?.Count ?? 0 : 1);
}
