using System.Text.RegularExpressions;
using NewsroomPortal.Foundation.Rendering;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Rendering.Code;

public sealed partial class CodeLexerTests
{
    private static readonly MarkdownRenderer Renderer = new();

    /// <summary>Code, and the text that the hugo program makes of it.</summary>
    public static TheoryData<string, string, string> Examples => new()
    {
        // The indentation of a block scalar once more, after its last line.
        { "yaml", "a: |\n  b\nc: d", "a: |\n  b  \nc: d" },
        { "yml", "a: >-\n    b\n    c\n\nd: e", "a: >-\n    b\n    c    \n\nd: e" },
        { "YAML", "- |+\n   b\n\n    c\n  d", "- |+\n   b\n\n    c   \n  d" },
        { "x.yaml", "|\n b", "|\n b " },
        // No block scalar of the lexer's.
        { "yaml", "a: |2\n  b", "a: |2\n  b" },
        { "yaml", "a: | # c\n  b", "a: | # c\n  b" },
        { "yaml", "a: b |\n  c", "a: b |\n  c" },
        { "yaml", "a: \"|\n  b\"", "a: \"|\n  b\"" },
        { "yaml", "a: |\n\n  b", "a: |\n\n  b" },
        { "Yml", "a: |\n  b", "a: |\n  b" },
        // Of several blanks before emphasis, the last.
        { "org", "甲\n\n*粗體字*", "甲\n*粗體字*" },
        { "orgmode", "a  /b/ c", "a /b/ c" },
        { "org", "a \n\n =b= c", "a =b= c" },
        { "org", "- a  ~b~", "- a ~b~" },
        // Not so inside a word, a heading or a block.
        { "org", "a  /b/c", "a  /b/c" },
        { "org", "* a  /b/", "* a  /b/" },
        { "org", "#+begin_example\na  /b/\n#+end_example", "#+begin_example\na  /b/\n#+end_example" },
        { "org", "#+begin_src yaml\na: |\n  b\n#+end_src\n\n=c=", "#+begin_src yaml\na: |\n  b  \n#+end_src\n=c=" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Keeps_or_repeats_blanks_as_Chroma_does(string language, string code, string shown) =>
        Assert.Equal(ShownHtml.Of(Renderer.ToHtml($"```text\n{shown}\n```\n")).Replace("text", language), ShownHtml.Of(Renderer.ToHtml(Fence(language, code))));

    [Fact]
    public Task The_examples_and_their_mixtures_are_what_the_hugo_program_shows()
    {
        var random = new Random(7);
        string[] yaml = ["a: ", "- ", "|", ">-", "\n", "\n  ", "\n    ", "b", "\"", "'", "# c", "&x ", "*y", "!!str ", "---\n", "1.5", "true", "{", "}: ", ":", "  "];
        string[] org = ["*b*", "/i/", "=v=", "~c~", "_u_", "+s+", "\n", "\n\n", "  ", " ", "* ", "- ", "1. ", "- [X] ", "a :: ", "a", "[[l][d]]", "#+k: v", "\\\\\n", "\n#+begin_src yaml\n", "\n#+end_src\n", "| a |", "<d>"];
        return AssertSame(
        [
            .. Examples.Select(row => Fence(row.Data.Item1, row.Data.Item2)),
            .. Enumerable.Range(0, 400).Select(_ => Fence("yaml", Mixed(yaml))),
            .. Enumerable.Range(0, 400).Select(_ => Fence("org", Mixed(org))),
        ]);

        string Mixed(string[] parts) => "x" + string.Concat(random.GetItems(parts, 14)) + "x";
    }

    [Fact]
    public Task Each_YAML_and_Org_block_of_the_corpus_is_what_the_hugo_program_shows()
    {
        List<string> blocks =
        [
            .. Directory.EnumerateFiles(SharedFolder.Require("corpus"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .SelectMany(file => Block().Matches(File.ReadAllText(file)).Select(match => match.Value.Replace("{{", "{", StringComparison.Ordinal))),
        ];
        Assert.InRange(blocks.Count, 400, int.MaxValue);
        return AssertSame(blocks);
    }

    private static async Task AssertSame(List<string> texts)
    {
        var theirs = await HugoProgram.Render(texts);
        for (var i = 0; i < texts.Count; i++)
            Assert.Equal((texts[i], ShownHtml.Of(theirs[i])), (texts[i], ShownHtml.Of(Renderer.ToHtml(texts[i]))));
    }

    private static string Fence(string language, string code) => $"```{language}\n{code}\n```\n";

    [GeneratedRegex("^```(?:ya?ml|org)\\s*?\n(?:(?!```).*\n)*```$", RegexOptions.Multiline)]
    private static partial Regex Block();
}
