using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Rendering;

/// <summary>An example of a spec: Markdown, and the HTML that Hugo 0.111.3 makes of it.</summary>
public sealed record SpecExample(string Place, string Markdown, string Html)
{
    public override string ToString() => Place;
}

/// <summary>The examples in <c>Specs/*.md</c>, written as CommonMark's own spec writes them: between long fences, parted by a full stop.</summary>
internal static class SpecExamples
{
    private const string Fence = "````````````````````````````````";

    public static IReadOnlyList<SpecExample> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(SharedFolder.Checkout, "NewsroomPortal.Tests", "Foundation", "Rendering", "Specs"), "*.md").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<SpecExample> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] != Fence + " example")
                continue;
            var part = Array.IndexOf(lines, ".", i);
            var end = Array.IndexOf(lines, Fence, i);
            yield return new SpecExample(
                $"{Path.GetFileName(path)}:{i + 1}",
                string.Concat(lines[(i + 1)..part].Select(line => line + "\n")),
                string.Concat(lines[(part + 1)..end].Select(line => line + "\n")));
            i = end;
        }
    }
}
