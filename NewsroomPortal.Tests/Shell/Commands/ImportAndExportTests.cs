using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands;

public sealed class ImportAndExportTests : IDisposable
{
    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["content/post/2025/01/平安.md"] = "---\ntitle: \"平安\"\n---\n\n海面平靜。\n".Bytes(),
        ["content/post/crlf.md"] = "---\r\ntitle: crlf\r\n---\r\n\r\n一\r\n二\r\n".Bytes(),
        ["content/post/mixed.md"] = "---\ntitle: mixed\r\n---\n一\r\n二\r三".Bytes(),
        ["content/post/bom.md"] = [0xEF, 0xBB, 0xBF, .. "---\ntitle: bom\n---".Bytes()],
        ["content/post/toml.md"] = "+++\ntitle = 'toml'\n+++\n文\n".Bytes(),
        ["content/post/broken.md"] = "---\ntitle: [\n---\n文\n".Bytes(),
        ["about.md"] = [],
        ["content/_index.zh-hk.md"] = "---\ntitle: 首頁\n---\n".Bytes(),
        ["content/en/post/bundle/index.md"] = "---\ntitle: bundle\n---\n".Bytes(),
    };

    private static readonly Dictionary<string, byte[]> Others = new()
    {
        ["content/en/post/bundle/圖 1%.png"] = [0x89, 0x50, 0x4E, 0x47, 0, 0xFF],
        ["content/en/post/bundle/copy.png"] = [0x89, 0x50, 0x4E, 0x47, 0, 0xFF],
        ["content/en/.gitkeep"] = [],
        ["content/old.html"] = "<p>舊\r\n\0".Bytes(),
        ["content/data/票價.csv"] = [0xA4, 0xA4, (byte)','],
        ["content/Makefile"] = "all:\n".Bytes(),
        ["content/note.org"] = "* org\n".Bytes(),
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_goes_in_comes_out_byte_for_byte_and_lies_in_the_site()
    {
        ContentTree.Write(_folder["in"], Files);
        ContentTree.Write(_folder["in"], new() { ["themes/x/a.md"] = "x".Bytes(), ["public/a.md"] = "x".Bytes(), ["node_modules/a.md"] = "x".Bytes(), [".git/a.md"] = "x".Bytes(), ["hugo.toml"] = "x".Bytes(), ["static/a.txt"] = "x".Bytes() });
        ContentTree.Write(_folder["in"], Others);

        var import = await Portal("import", _folder["in"]);
        var export = await Portal("export", _folder["out"]);

        var all = Files.Concat(Others).ToDictionary();
        Assert.Equal((0, $"Imported: {all.Count}; there already: 0; refused: 0."), (import.Exit, import.Out.Trim()));
        Assert.Equal((0, $"Exported: {all.Count}; failed: 0."), (export.Exit, export.Out.Trim()));
        Assert.Equivalent(all, ContentTree.Read(_folder["out"], "*"), strict: true);
        var site = ContentTree.Read(_folder["data/site"], "*");
        site.Remove("hugo.toml");
        Assert.Equivalent(all, site, strict: true);
        Assert.Equal(Others.Count - 1, Directory.GetFiles(_folder["data/files"], "*", SearchOption.AllDirectories).Length);
        Assert.Equal((0, $"Articles checked: {Files.Count}; problems: 0."), await Checked());
    }

    [Fact]
    public async Task A_file_that_cannot_be_taken_is_named_with_its_reason_and_the_others_are_taken()
    {
        ContentTree.Write(_folder["in"], new() { ["content/big5.md"] = [.. "---\ntitle: x\n---\n".Bytes(), 0xA4, 0xA4], ["content/good.md"] = "文\n".Bytes() });

        var import = await Portal("import", _folder["in"]);

        Assert.Equal((1, "Imported: 1; there already: 0; refused: 1."), (import.Exit, import.Out.Trim()));
        Assert.StartsWith("content/big5.md: ", import.Error, StringComparison.Ordinal);
        Assert.Contains("UTF-8", import.Error, StringComparison.Ordinal);
        Assert.Single(import.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Importing_again_takes_nothing_twice()
    {
        ContentTree.Write(_folder["in"], Files);
        await Portal("import", _folder["in"]);

        var again = await Portal("import", _folder["in"]);

        Assert.Equal((0, $"Imported: 0; there already: {Files.Count}; refused: 0."), (again.Exit, again.Out.Trim()));
    }

    [Fact]
    public async Task Importing_a_changed_tree_again_takes_what_is_new_and_names_what_a_person_must_decide()
    {
        ContentTree.Write(_folder["in"], new() { ["content/a.md"] = "a\n".Bytes(), ["content/b.md"] = "b\n".Bytes(), ["content/c.md"] = "c\n".Bytes(), ["content/d.png"] = [1] });
        await Portal("import", _folder["in"]);
        ContentTree.Write(_folder["in"], new() { ["content/a.md"] = "a2\n".Bytes(), ["content/new.md"] = "new\n".Bytes() });
        File.Move(_folder["in/content/b.md"], _folder["in/content/e.md"]);
        File.Delete(_folder["in/content/d.png"]);

        var again = await Portal("import", _folder["in"]);

        Assert.Equal(
            ["content/a.md: Edited in the folder", "content/b.md: Renamed in the folder → content/e.md", "content/d.png: Deleted in the folder"],
            again.Error.Trim().Split('\n'));
        Assert.Equal(1, again.Exit);
        Assert.StartsWith("Imported: 1; there already: 1; refused: 3.", again.Out, StringComparison.Ordinal);
        Assert.Equal("a\n".Bytes(), File.ReadAllBytes(_folder["data/site/content/a.md"]));
        Assert.False(File.Exists(_folder["data/site/content/e.md"]));
    }

    [Fact]
    public async Task A_different_file_in_the_site_is_never_overwritten()
    {
        ContentTree.Write(_folder["in"], new() { ["content/a.md"] = "ours\n".Bytes() });
        ContentTree.Write(_folder["data/site"], new() { ["content/a.md"] = "theirs\n".Bytes() });

        var import = await Portal("import", _folder["in"]);

        Assert.Equal(1, import.Exit);
        Assert.StartsWith("content/a.md: ", import.Error, StringComparison.Ordinal);
        Assert.Equal("theirs\n".Bytes(), File.ReadAllBytes(_folder["data/site/content/a.md"]));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_wrong_usage()
    {
        Assert.Equal(2, (await Portal("import", _folder["nowhere"])).Exit);
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task All_files_of_the_newsroom_s_corpus_come_back_identical()
    {
        var corpus = SharedFolder.Require("corpus", "news-zh-hk");

        var import = await Portal("import", corpus);
        var export = await Portal("export", _folder["out"]);

        Assert.Equal((0, 0, ""), (import.Exit, export.Exit, export.Error));
        var (before, after) = (ContentTree.Read(corpus), ContentTree.Read(_folder["out"], "*"));
        Assert.Equal(800, before.Count);
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(before.Where(file => !file.Value.AsSpan().SequenceEqual(after[file.Key])).Select(file => file.Key));
    }

    private Task<PortalRun> Portal(params string[] arguments) => PortalRun.Of([.. arguments, "--data", _folder["data"]]);

    private async Task<(int, string)> Checked()
    {
        var check = await Portal("check");
        return (check.Exit, check.Out.Trim());
    }
}
