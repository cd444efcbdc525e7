using System.Text;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Tests.Foundation.Rendering;

public sealed class ParityTests
{
    private static readonly MarkdownRenderer Renderer = new();

    /// <summary>Texts that the specs have no need of under Hugo's own settings.</summary>
    private static readonly string[] More =
    [
        "# Ünïcode Überschrift 2½ -- İstanbul_x\n\n# 標題 二\n\n# 標題 二\n\n# A.b - c\n\n# \n\n## é\n",
        "# 題 {#id .a}\n\n# 題 {.b}\n\n## closed ## {#x}\n\n底線 {#u}\n---\n",
        "甲   \n乙 \n丙  \n丁\\\n戊\n",
        "甲 <b>粗</b> <i class='x'>斜</i> <!-- c --> <br/> <script>alert(1)</script> 乙\n",
        "<div class=\"note\">\n\n文字\n\n</div>\n\n<!-- 甲\n乙 -->\n\n<script>\nx < 1\n</script>\n\n  <table><tr><td>\n  甲\n",
        "[a](javascript:alert(1)) ![b](data:text/html,x) [c](file:///x)\n",
        "www.example.org 與 https://example.org/a 與 a@example.org\n\n~~甲~~ www.example.org~\n",
        "- [ ] 甲\n- [x] 乙\n\n甲\n: 乙\n\n文[^1]\n\n[^1]: 註\n\n| 甲 | 乙 |\n|:-:|---|\n| 1 | 2 |\n\n***\n\n![圖](/a.png \"題\")\n",
        "He said \"it's\" -- 'so'... <<x>>\n",
    ];

    [Fact]
    public async Task The_specs_and_their_mixtures_are_what_the_hugo_program_makes_of_them() =>
        await AssertSame([.. Texts(), .. More], GoldmarkSettings.Default, "");

    [Theory]
    [InlineData("{linenos=table,hl_lines=[1,\"2-3\"],linenostart=9}")]
    [InlineData("{ linenos=true, anchorlinenos=true, lineanchors=foo }")]
    [InlineData("{linenos=inline,linenostart=99}")]
    [InlineData("{linenos=false}")]
    [InlineData("{hl_lines=[1]}")]
    public async Task Numbered_lines_have_the_elements_that_the_hugo_program_gives_them(string braces)
    {
        List<string> texts = [$"```go {braces}\na\n\nb <\n\n```\n", $"- 甲\n\n  ```go {braces}\n  a\n  ```\n", $"```go {braces}\n```\n", $"``` {braces}\na\n```\n"];
        var theirs = await HugoProgram.Render(texts);
        Assert.Equal(theirs.Select(ShownHtml.Of), texts.Select(text => ShownHtml.Of(Renderer.ToHtml(text))));
    }

    public static TheoryData<string, GoldmarkSettings> Settings => new()
    {
        { "renderer.unsafe = true", new() { Unsafe = true } },
        { "renderer.hardWraps = true", new() { HardWraps = true } },
        { "renderer.xhtml = true", new() { Xhtml = true } },
        { "parser.autoHeadingID = false", new() { AutoHeadingId = false } },
        { "parser.autoHeadingIDType = \"github-ascii\"", new() { AutoHeadingIdType = "github-ascii" } },
        { "parser.autoHeadingIDType = \"blackfriday\"", new() { AutoHeadingIdType = "blackfriday" } },
        { "parser.attribute.title = false", new() { HeadingAttributes = false } },
        { "extensions.typographer = false", new() { Typographer = false } },
        { "extensions.linkify = false", new() { Linkify = false } },
        { "extensions.linkifyProtocol = \"http\"", new() { LinkifyProtocol = "http" } },
        { "extensions.table = false", new() { Table = false } },
        { "extensions.strikethrough = false", new() { Strikethrough = false } },
        { "extensions.taskList = false", new() { TaskList = false } },
        { "extensions.definitionList = false", new() { DefinitionList = false } },
        { "extensions.footnote = false", new() { Footnote = false } },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Each_setting_does_what_it_does_in_the_hugo_program(string setting, GoldmarkSettings settings)
    {
        List<string> texts = [.. Texts(), .. More];
        Assert.Contains(texts, text => Renderer.ToHtml(text, settings) != Renderer.ToHtml(text));
        await AssertSame(texts, settings, "[markup.goldmark]\n" + setting);
    }

    private static async Task AssertSame(List<string> texts, GoldmarkSettings settings, string markup)
    {
        var theirs = await HugoProgram.Render(texts, markup);
        var differences = new StringBuilder();
        for (var i = 0; i < texts.Count; i++)
        {
            var ours = Renderer.ToHtml(texts[i], settings);
            if (Joined(theirs[i]) != Joined(ours))
                differences.Append("--- ").AppendLine(texts[i]).Append("--- hugo: ").AppendLine(theirs[i]).Append("--- ours: ").AppendLine(ours);
        }
        Assert.Equal("", differences.ToString());
    }

    /// <summary>Each example alone, inside a quote and inside a list item, and each spec as one text.</summary>
    private static List<string> Texts() =>
    [
        .. SpecExamples.All.Select(example => example.Markdown),
        .. SpecExamples.All.Select(example => Indent(example.Markdown, "> ", "> ")),
        .. SpecExamples.All.Select(example => Indent(example.Markdown, "- ", "  ")),
        .. SpecExamples.All.GroupBy(example => example.Place.Split(':')[0]).Select(spec => string.Join('\n', spec.Select(example => example.Markdown))),
    ];

    /// <summary>Line feeds between tags have no meaning.</summary>
    private static string Joined(string html) => html.Trim().Replace(">\n<", "><", StringComparison.Ordinal);

    private static string Indent(string markdown, string first, string others) =>
        first + markdown.TrimEnd('\n').Replace("\n", "\n" + others, StringComparison.Ordinal) + "\n";
}
