using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public sealed class SiteSettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newsroom-site-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("hugo.toml", "title = \"a\"\ntimeZone = \"Asia/Hong_Kong\" # c\n", "Asia/Hong_Kong")]
    [InlineData("config.toml", "timezone='Asia/Hong_Kong'\n", "Asia/Hong_Kong")]
    [InlineData("config.toml", "[params]\ntimeZone = \"Asia/Hong_Kong\"\n", null)]
    [InlineData("config.yaml", "title: a\ntimeZone: Asia/Hong_Kong\n", "Asia/Hong_Kong")]
    [InlineData("hugo.yml", "params:\n  timeZone: Asia/Hong_Kong\n", null)]
    [InlineData("config.json", "{\n  \"timeZone\": \"Asia/Hong_Kong\",\n  \"title\": \"a\"\n}\n", "Asia/Hong_Kong")]
    [InlineData("config/_default/hugo.toml", "timeZone = \"Asia/Hong_Kong\"\n", "Asia/Hong_Kong")]
    [InlineData("hugo.toml", "timeZone = \"\"\n", null)]
    [InlineData("hugo.toml", "title = \"a\"\n# timeZone = \"Asia/Hong_Kong\"\n", null)]
    public void Finds_the_zone_that_the_site_sets(string name, string text, string? zone)
    {
        Write(name, text);

        var settings = SiteSettings.Read(folder);

        Assert.Equal(Path.Combine(folder, name), settings.File);
        Assert.Equal(zone, settings.TimeZone);
        Assert.Equal(zone, settings.FindZone()?.Id);
    }

    [Fact]
    public void The_name_that_Hugo_prefers_wins()
    {
        Write("config.toml", "timeZone = \"Europe/London\"\n");
        Write("hugo.yaml", "timeZone: Asia/Hong_Kong\n");

        Assert.Equal("Asia/Hong_Kong", SiteSettings.Read(folder).TimeZone);
    }

    [Fact]
    public void A_folder_without_settings_or_an_unknown_zone_has_none()
    {
        Assert.Equal(new SiteSettings(null, null), SiteSettings.Read(folder));
        Write("hugo.toml", "timeZone = \"Moon/Tycho\"\n");
        Assert.Null(SiteSettings.Read(folder).FindZone());
    }

    [Fact]
    public void A_new_folder_gets_settings_with_the_zone_and_an_old_one_is_left_alone()
    {
        var site = Path.Combine(folder, "site");

        SiteFolder.Prepare(site, "\"𠮷\" 報", new Uri("https://news.example/"), "Asia/Hong_Kong");

        var text = File.ReadAllText(Path.Combine(site, "hugo.toml"));
        Assert.Contains("title = \"\\\"𠮷\\\" 報\"\n", text, StringComparison.Ordinal);
        Assert.Contains("baseURL = \"https://news.example/\"\n", text, StringComparison.Ordinal);
        Assert.Contains("languageCode = \"zh-HK\"\n", text, StringComparison.Ordinal);
        Assert.Equal("Asia/Hong_Kong", SiteSettings.Read(site).TimeZone);
        Assert.True(Directory.Exists(Path.Combine(site, "content")));

        SiteFolder.Prepare(site, "another", new Uri("https://news.example/"), "Europe/London");
        Assert.Equal(text, File.ReadAllText(Path.Combine(site, "hugo.toml")));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
