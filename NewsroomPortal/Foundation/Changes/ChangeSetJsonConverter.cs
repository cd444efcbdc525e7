using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsroomPortal.Foundation.Changes;

/// <summary>Lets System.Text.Json, and so SignalR, carry a ChangeSet as CodeMirror writes it.</summary>
public sealed class ChangeSetJsonConverter : JsonConverter<ChangeSet>
{
    /// <exception cref="JsonException">It is not the JSON of a ChangeSet.</exception>
    public override ChangeSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return ChangeSet.FromJson(ref reader);
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ChangeSet value, JsonSerializerOptions options) => value.WriteTo(writer);
}
