using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Foundation.Changes;

/// <summary>What the real @codemirror/state and @codemirror/collab make of random cases; see wwwroot-assets/vectors.</summary>
public sealed record Vectors(IReadOnlyList<PairVector> Pairs, IReadOnlyList<RebaseVector> Rebases)
{
    public static Vectors Read([CallerFilePath] string here = "")
    {
        var json = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "vectors.json"));
        return JsonSerializer.Deserialize<Vectors>(json, JsonSerializerOptions.Web)!;
    }
}

/// <summary>Two changes of one text, and one that follows the first.</summary>
public sealed record PairVector(
    string Doc,
    ChangeSet A,
    ChangeSet B,
    ChangeSet Next,
    string AfterA,
    string AfterB,
    string AfterNext,
    JsonNode Composed,
    JsonNode Mapped,
    JsonNode MappedBefore,
    JsonNode Inverted,
    int[] Before,
    int[] After,
    JsonNode Changes);

/// <summary>A late push, what was accepted since, and the text after both.</summary>
public sealed record RebaseVector(
    string Doc,
    IReadOnlyList<Update> Updates,
    IReadOnlyList<Update> Over,
    IReadOnlyList<RebasedVector> Rebased,
    string Result);

public sealed record RebasedVector(string ClientId, JsonNode Changes);
