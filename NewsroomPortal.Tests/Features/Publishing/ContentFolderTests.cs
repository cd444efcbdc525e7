using System.Text;
using NewsroomPortal.Features.Publishing;

namespace NewsroomPortal.Tests.Features.Publishing;

public sealed class ContentFolderTests : IDisposable
{
    private const string Path = "content/post/2025/11/20251124-1.md";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("newsroom-content-");
    private readonly ContentFolder _folder;

    public ContentFolderTests() => _folder = new ContentFolder(System.IO.Path.Combine(_home.FullName, "site"));

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void Puts_the_exact_bytes_and_leaves_nothing_staged()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "---\r\ntitle: 甲\r\n---\r\n"u8];
        using (var staged = _folder.Stage(bytes))
        {
            Assert.Null(_folder.Read(Path));
            _folder.Put(staged, Path);
        }
        Assert.Equal(bytes, _folder.Read(Path));
        Assert.Equal([Path], Files());
    }

    [Fact]
    public void Puts_over_the_old_file_with_a_rename()
    {
        Put("old");
        using var reading = File.OpenRead(System.IO.Path.Combine(_folder.Root, Path));
        Put("new");
        Assert.Equal("old", new StreamReader(reading).ReadToEnd());
        Assert.Equal("new"u8.ToArray(), _folder.Read(Path));
    }

    [Fact]
    public void Takes_away_what_was_staged_and_not_put()
    {
        using (_folder.Stage("x"u8.ToArray()))
        {
            Assert.Single(Files());
        }
        Assert.Empty(Files());
        _folder.Stage("left by a kill"u8.ToArray());
        _folder.Sweep();
        Assert.Empty(Files());
    }

    [Fact]
    public void Removes_a_file_and_does_not_mind_a_missing_one()
    {
        Put("x");
        _folder.Remove(Path);
        Assert.Null(_folder.Read(Path));
        _folder.Remove(Path);
    }

    [Theory]
    [InlineData("../outside.md")]
    [InlineData("content/../../outside.md")]
    [InlineData("/etc/outside.md")]
    [InlineData("content//x.md")]
    [InlineData("content\\..\\..\\x.md")]
    [InlineData("")]
    public void Refuses_a_path_that_leaves_the_folder(string path)
    {
        Assert.Throws<ContentFolderException>(() => _folder.Read(path));
        using var staged = _folder.Stage("x"u8.ToArray());
        Assert.Throws<ContentFolderException>(() => _folder.Put(staged, path));
        Assert.Throws<ContentFolderException>(() => _folder.Remove(path));
    }

    [Fact]
    public void Refuses_links_that_lead_out_and_follows_those_that_stay()
    {
        var outside = _home.CreateSubdirectory("outside");
        File.WriteAllText(System.IO.Path.Combine(outside.FullName, "secret.md"), "secret");
        Directory.CreateDirectory(System.IO.Path.Combine(_folder.Root, "content/real"));
        Directory.CreateSymbolicLink(System.IO.Path.Combine(_folder.Root, "content/out"), outside.FullName);
        Directory.CreateSymbolicLink(System.IO.Path.Combine(_folder.Root, "content/in"), System.IO.Path.Combine(_folder.Root, "content/real"));
        File.CreateSymbolicLink(System.IO.Path.Combine(_folder.Root, "content/real/file.md"), System.IO.Path.Combine(outside.FullName, "secret.md"));

        Assert.Contains("link", Assert.Throws<ContentFolderException>(() => _folder.Read("content/out/secret.md")).Message, StringComparison.Ordinal);
        Assert.Throws<ContentFolderException>(() => _folder.Read("content/real/file.md"));
        using var staged = _folder.Stage("x"u8.ToArray());
        Assert.Throws<ContentFolderException>(() => _folder.Put(staged, "content/out/new.md"));
        _folder.Put(staged, "content/in/new.md");
        Assert.Equal("x"u8.ToArray(), _folder.Read("content/real/new.md"));
        Assert.Equal(["secret.md"], outside.EnumerateFiles().Select(file => file.Name));
    }

    [Fact]
    public void Finds_names_that_differ_only_in_case_or_Unicode_form()
    {
        Put("x", "content/Café.md");
        Assert.Equal(["Café.md"], _folder.Twins("content/café.md".Normalize(NormalizationForm.FormD)));
        Assert.Empty(_folder.Twins("content/cafe.md"));
        Assert.Empty(_folder.Twins("nowhere/cafe.md"));
    }

    [Fact]
    public void Names_the_file_that_cannot_be_written()
    {
        Put("x", "content/post");
        using var staged = _folder.Stage("x"u8.ToArray());
        Assert.Contains(Path, Assert.Throws<ContentFolderException>(() => _folder.Put(staged, Path)).Message, StringComparison.Ordinal);
    }

    private void Put(string text, string path = Path)
    {
        using var staged = _folder.Stage(Encoding.UTF8.GetBytes(text));
        _folder.Put(staged, path);
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(_folder.Root, file).Replace('\\', '/'));
}
