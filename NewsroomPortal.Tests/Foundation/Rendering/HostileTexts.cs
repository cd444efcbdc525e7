using System.Text.Json;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Rendering;

/// <summary>The shared recipes of Markdown that has run other parsers out of time or memory, cooked.</summary>
internal static class HostileTexts
{
    public static IEnumerable<(string Name, string Body)> All()
    {
        foreach (var line in File.ReadLines(SharedFolder.Require("material", "markdown", "pathological-recipes.jsonl")))
        {
            using var recipe = JsonDocument.Parse(line);
            yield return (recipe.RootElement.GetProperty("name").GetString()!, Cook(recipe.RootElement));
        }
        yield return ("markdig-hang", File.ReadAllText(SharedFolder.Require("material", "markdown", "markdig-hang.md")));
    }

    private static string Cook(JsonElement recipe)
    {
        var parts = recipe.GetProperty("parts");
        return recipe.GetProperty("kind").GetString() switch
        {
            "repeat" => string.Concat(parts.EnumerateArray().Select(part => string.Concat(Enumerable.Repeat(part[0].GetString()!, part[1].GetInt32())))),
            "nested-list" => string.Concat(Enumerable.Range(0, parts.GetInt32()).Select(depth => new string(' ', depth * 2) + "* a\n")),
            "backticks" => string.Concat(Enumerable.Range(1, parts.GetInt32()).Select(count => "e" + new string('`', count))),
            "ref-distinct" => string.Concat(Enumerable.Range(0, parts.GetInt32()).Select(n => $"[{n}]: /x\n\n")),
            "footnote-defs" => string.Concat(Enumerable.Range(0, parts.GetInt32()).Select(n => $"[^{n}]: x\n")) + "[^0]",
            "abbr-many" => string.Concat(Enumerable.Range(0, parts.GetInt32()).Select(n => $"*[a{n}]: x\n")) + string.Concat(Enumerable.Repeat("a1 ", 10_000)),
            var kind => throw new NotSupportedException($"Recipe kind {kind}"),
        };
    }
}
