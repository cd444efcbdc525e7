using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using NewsroomPortal.Foundation.Rendering;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Rendering;

/// <summary>The examples of CommonMark and GFM, against what the hugo program makes of each: where Goldmark departs from their own HTML, so do we.</summary>
public sealed partial class CommonMarkTests
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
        var differences = texts.Zip(theirs).Where(pair => Shown(pair.Second) != Shown(Renderer.ToHtml(pair.First)))
            .Select(pair => $"--- {pair.First}--- hugo: {pair.Second}--- ours: {Renderer.ToHtml(pair.First)}").ToList();
        Assert.True(differences.Count == different, string.Concat(differences));
    }

    private static string Markdown(string line)
    {
        using var example = JsonDocument.Parse(line);
        return example.RootElement.GetProperty("markdown").GetString()!;
    }

    /// <summary>What a browser shows: without the colours of code, and without space where it has no meaning.</summary>
    private static string Shown(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var span in body.QuerySelectorAll("pre span"))
            span.Replace([.. span.ChildNodes]);
        foreach (var block in body.QuerySelectorAll("div.highlight"))
            block.Replace([.. block.ChildNodes]);
        foreach (var block in body.QuerySelectorAll("pre"))
            block.RemoveAttribute("style");
        return Space().Replace(body.InnerHtml, "$1").Trim();
    }

    [GeneratedRegex("\\s+(<br>|</(?:p|h[1-6])>)|(?<=>)\n(?=<)")]
    private static partial Regex Space();
}
