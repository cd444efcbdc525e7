using System.Text.Json;
using NewsroomPortal.Foundation.Rendering;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Rendering;

/// <summary>The examples of CommonMark and GFM, against what the hugo program makes of each: where Goldmark departs from their own HTML, so do we.</summary>
public sealed class CommonMarkTests
{
    private static readonly MarkdownRenderer Renderer = new();

    /// <summary>The one that differs folds a reference's name by all of Unicode, µ and ẚ too.</summary>
    [Theory]
    [InlineData("commonmark-spec.jsonl", 410, 0)]
    [InlineData("gfm-spec.jsonl", 399, 0)]
    [InlineData("gfm-extensions.jsonl", 13, 0)]
    [InlineData("cmark-regression.jsonl", 19, 1)]
    public async Task Each_example_but_one_is_what_the_hugo_program_makes_of_it(string file, int count, int different)
    {
        var texts = File.ReadLines(SharedFolder.Require("material", "commonmark", file)).Select(Markdown).ToList();
        Assert.Equal(count, texts.Count);
        var theirs = await HugoProgram.Render(texts);
        var differences = texts.Zip(theirs).Where(pair => ShownHtml.Of(pair.Second) != ShownHtml.Of(Renderer.ToHtml(pair.First)))
            .Select(pair => $"--- {pair.First}--- hugo: {pair.Second}--- ours: {Renderer.ToHtml(pair.First)}").ToList();
        Assert.True(differences.Count == different, string.Concat(differences));
    }

    private static string Markdown(string line)
    {
        using var example = JsonDocument.Parse(line);
        return example.RootElement.GetProperty("markdown").GetString()!;
    }
}
