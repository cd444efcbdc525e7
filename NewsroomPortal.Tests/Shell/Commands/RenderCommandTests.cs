using System.Text;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands;

public sealed class RenderCommandTests : IDisposable
{
    private const string Article = "---\ntitle: \"平安\"\n---\n\n**風暴**過後，𠮷日。\n";
    private const string Html = "<p><strong>風暴</strong>過後，𠮷日。</p>\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Writes_the_body_of_a_file_to_standard_output_and_makes_no_newsroom()
    {
        ContentTree.Write(_folder.Path, new() { ["a.md"] = Article.Bytes() });

        var run = await PortalRun.Of("render", _folder["a.md"], "--data", _folder["data"]);

        Assert.Equal((0, Html), (run.Exit, run.Out));
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task Renders_a_folder_with_its_folders_and_names_what_it_cannot_read()
    {
        ContentTree.Write(_folder["in"], new() { ["a.md"] = Article.Bytes(), ["post/2025/b.md"] = "# 二\n".Bytes(), ["post/wrong.md"] = [0xA4, 0xA4] });

        var run = await PortalRun.Of("render", _folder["in"], "--out", _folder["out"]);

        Assert.Equal((1, "Rendered: 2; failed: 1."), (run.Exit, run.Out.Trim()));
        Assert.StartsWith("post/wrong.md: ", run.Error, StringComparison.Ordinal);
        var written = ContentTree.Read(_folder["out"], "*");
        Assert.Equal(["a.html", "post/2025/b.html"], written.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Html, Encoding.UTF8.GetString(written["a.html"]));
    }

    [Fact]
    public async Task Says_how_a_folder_and_how_a_file_are_rendered()
    {
        ContentTree.Write(_folder.Path, new() { ["a.md"] = Article.Bytes() });

        var folder = await PortalRun.Of("render", _folder.Path);
        var file = await PortalRun.Of("render", _folder["a.md"], "--out", _folder["out"]);

        Assert.Equal((2, "A folder is rendered into another: render FOLDER --out FOLDER."), (folder.Exit, folder.Error.Trim()));
        Assert.Equal((2, "One file is rendered to standard output: leave --out away."), (file.Exit, file.Error.Trim()));
    }
}
