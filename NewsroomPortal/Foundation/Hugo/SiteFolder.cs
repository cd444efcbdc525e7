namespace NewsroomPortal.Foundation.Hugo;

/// <summary>A site folder for a newsroom that has none yet.</summary>
public static class SiteFolder
{
    /// <summary>The text of <c>hugo.toml</c>: with the zone, so that Hugo takes dates without one as the newsroom means them.</summary>
    public static string Settings(string title, Uri address, string timeZone) =>
        $"""
        baseURL = {Quote(address.AbsoluteUri)}
        languageCode = "zh-HK"
        title = {Quote(title)}
        timeZone = {Quote(timeZone)}
        hasCJKLanguage = true

        """;

    /// <summary>Writes the settings file where the folder has none; what stands there is never touched.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Prepare(string folder, string title, Uri address, string timeZone)
    {
        Directory.CreateDirectory(Path.Combine(folder, "content"));
        if (SiteSettings.Read(folder).File is null)
            File.WriteAllText(Path.Combine(folder, "hugo.toml"), Settings(title, address, timeZone));
    }

    /// <summary>A basic string of TOML; YAML's escapes are the same for all that a settings file may hold.</summary>
    private static string Quote(string value) => YamlScalar.DoubleQuoted(value);
}
