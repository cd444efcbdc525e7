using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Tests.Foundation.Data;

public sealed class CurrentSiteTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newsroom-site-").FullName;
    private readonly DataFolder data;
    private readonly CurrentSite site;

    public CurrentSiteTests()
    {
        data = new DataFolder(folder);
        site = new CurrentSite(new NewsroomSettings(), data);
        Directory.CreateDirectory(data.DefaultSite);
    }

    public void Dispose()
    {
        data.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Is_the_same_until_a_file_changes()
    {
        Write("hugo.toml", "timeZone = \"Asia/Hong_Kong\"\n");
        var first = site.Settings;

        Assert.Same(first, site.Settings);
        Write("hugo.toml", "timeZone = \"Europe/London\"\n");
        Assert.Equal("Europe/London", site.Settings.TimeZone);
    }

    [Fact]
    public void Follows_files_that_come_and_go()
    {
        Assert.Null(site.Settings.File);
        Write("config/_default/markup.yaml", "goldmark: {extensions: {typographer: false}}\n");
        Assert.False(site.Settings.Goldmark.Typographer);
        File.Delete(Path.Combine(data.DefaultSite, "config/_default/markup.yaml"));
        Assert.True(site.Settings.Goldmark.Typographer);
    }

    [Fact]
    public void Follows_the_files_of_the_themes_that_it_names()
    {
        Write("hugo.toml", "theme = \"main\"\n");
        Assert.Null(site.Settings.DefaultOf("sidebar"));
        Write("themes/main/config.toml", "[params]\nsidebar = \"left\"\n");
        var first = site.Settings;
        Assert.Equal("left", first.DefaultOf("sidebar"));
        Assert.Same(first, site.Settings);
        Write("hugo.toml", "theme = \"other\"\n");
        Assert.Null(site.Settings.DefaultOf("sidebar"));
    }

    [Fact]
    public void A_broken_file_is_an_error_until_it_is_mended()
    {
        Write("hugo.yaml", "a: b: c\n");
        Assert.Single(site.Settings.Errors);
        Write("hugo.yaml", "timeZone: Asia/Hong_Kong\n");
        Assert.Empty(site.Settings.Errors);
        Assert.Equal("Asia/Hong_Kong", site.Settings.TimeZone);
    }

    [Fact]
    public void What_was_read_before_a_file_broke_stays_in_force()
    {
        Write("hugo.toml", "timeZone = \"Asia/Hong_Kong\"\n");
        var changes = 0;
        Assert.Empty(site.Settings.Errors);
        site.Changed += () => changes++;
        Write("hugo.toml", "timeZone = \"Europe/London\"\n[\n");
        Assert.Equal(("Asia/Hong_Kong", 2), (site.Zone.Id, Assert.Single(site.Settings.Errors).Line));
        Write("hugo.toml", "timeZone = \"Europe/London\"\n");
        Assert.Equal(("Europe/London", 0), (site.Zone.Id, site.Settings.Errors.Count));
        Assert.Equal(2, changes);
    }

    [Fact]
    public void A_site_folder_that_is_not_there_has_the_defaults()
    {
        Directory.Delete(data.DefaultSite);

        Assert.Equal("content", site.Settings.ContentFolder);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(data.DefaultSite, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
