using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Publishing;

public sealed class ImportFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "content/a.md content/a.png docs/x.md stories/b.md sub/content/c.png zh/d.md")]
    [InlineData("contentDir = 'stories'\n", "content/a.md docs/x.md stories/b.md stories/b.png zh/d.md")]
    [InlineData("contentDir = 'stories'\n[languages.zh]\ncontentDir = 'zh'\n[languages.en]\n", "content/a.md docs/x.md stories/b.md stories/b.png zh/d.md zh/d.png")]
    [InlineData("contentDir = 'none'\n", "content/a.md content/a.png docs/x.md docs/y.png hugo.toml stories/b.md stories/b.png sub/content/c.png zh/d.md zh/d.png")]
    public void Other_files_are_taken_from_the_content_folders_that_the_site_names(string settings, string expected)
    {
        foreach (var path in "content/a.md content/a.png docs/x.md docs/y.png stories/b.md stories/b.png sub/content/c.png zh/d.md zh/d.png".Split(' '))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
            File.WriteAllText(_folder[path], path);
        }
        File.WriteAllText(_folder["hugo.toml"], settings);
        Assert.Equal(expected, string.Join(' ', ImportFolder.Find(_folder.Path).Select(file => file.Path)));
    }
}
