using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Tests.Foundation.Rendering.Code;

public sealed class LineNumbersTests
{
    private static readonly MarkdownRenderer Renderer = new();

    /// <summary>What stands after the fence.</summary>
    private static readonly string[] Infos =
    [
        "go {linenos=true}", "go {linenos=false}", "go {linenos=table}", "go {linenos=inline}", "go {linenos=\"inline\"}", "go {linenos=off}", "go {linenos=1}", "go {linenos=0}",
        "go {LineNos=true}", "go { linenos=true }", "go {linenos=true,linenostart=9}", "go {linenos=true,linenostart=\"99\"}", "go {linenos=true,linenostart=0}", "go {linenos=true,linenostart=-1}",
        "go {hl_lines=[1]}", "go {hl_lines=[1,\"2-3\"],linenos=true}", "go {hl_lines=\"1 2\",linenos=inline,linenostart=5}", "go {linenos=true,hl_lines=[\"x\"]}",
        "go {linenos=true,anchorlinenos=true}", "go {linenos=inline,anchorlinenos=true}", "go {linenos=true,anchorlinenos=true,lineanchors=foo}", "go {linenos=true,anchorlinenos=false,lineanchors=foo}",
        "go {linenos=inline,AnchorLineNos=true,lineAnchors=\"b-1\",linenostart=10}", "go {lineNumbersInTable=false,linenos=true}", "go {linenos=true,.x,#y}", "go {linenos=true title=\"a\"}", "go {title=\"linenos=true\"}",
        "go {linenos}", "go {linenos=true", "go linenos=true", "go{linenos=true}", "{linenos=true}", "poem {linenos=true}", "poem {linenos=inline,hl_lines=[1]}", "go {linenos=true,hl_lines=[]}", "go {linenos=true,linenostart=-12}", "yml {linenos=true}", "Makefile {linenos=true}", "YAML {linenos=true}", "Yml {linenos=true}",
        "golang {linenos=true}", "c++ {linenos=true}", "text {linenos=true}", "a.go {linenos=true}", "foo/a.go {linenos=true}",
    ];

    [Fact]
    public async Task Options_do_what_they_do_in_the_hugo_program()
    {
        var texts = Infos.Select(info => $"```{info}\na\n\n<b>\n```\n").Append("```go {linenos=true,anchorlinenos=true}\na\n```\n\n```poem\nb\n```\n\n> ```go {linenos=true,anchorlinenos=true}\n> c\n> ```\n").ToList();
        var theirs = await HugoProgram.Render(texts);
        var differences = texts.Zip(theirs.Select(ShownHtml.Of), texts.Select(text => ShownHtml.Of(Renderer.ToHtml(text))))
            .Where(text => text.Second != text.Third).Select(text => $"{text.First}hugo: {text.Second}\nours: {text.Third}\n");
        Assert.Equal("", string.Concat(differences));
    }
}
