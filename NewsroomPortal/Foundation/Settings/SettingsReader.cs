namespace NewsroomPortal.Foundation.Settings;

/// <summary>Reads and validates the settings; the first wrong one is named with what to write instead.</summary>
public static class SettingsReader
{
    /// <exception cref="SettingsException">A setting is not usable; the message is one line.</exception>
    public static NewsroomSettings Read(IConfiguration configuration)
    {
        var defaults = new NewsroomSettings();
        var settings = new NewsroomSettings
        {
            Urls = configuration["Urls"] ?? defaults.Urls,
            Data = configuration["Data"] ?? defaults.Data,
            Site = configuration["Site"],
            TimeZone = configuration["TimeZone"] ?? defaults.TimeZone,
            PathPattern = configuration["PathPattern"] ?? defaults.PathPattern,
            FourEyes = ReadFourEyes(configuration["FourEyes"], defaults.FourEyes),
            Hugo = configuration["Hugo"],
        };
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out _))
        {
            throw new SettingsException($"TimeZone '{settings.TimeZone}' is not known here. Give an IANA name, such as Asia/Hong_Kong.");
        }
        if (!settings.PathPattern.Contains("{slug}", StringComparison.Ordinal) || !settings.PathPattern.EndsWith(".md", StringComparison.Ordinal))
        {
            throw new SettingsException($"PathPattern '{settings.PathPattern}' needs {{slug}} and must end in .md, such as {defaults.PathPattern}.");
        }
        if (settings.Hugo is { } hugo && !File.Exists(hugo))
        {
            throw new SettingsException($"Hugo '{hugo}' is no file. Give the program's path, or leave it out to have the hugo on the PATH.");
        }
        foreach (var url in settings.Urls.Split(';'))
        {
            if (!Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                throw new SettingsException($"Urls '{url}' is no address. Give one such as {defaults.Urls}.");
            }
        }
        return settings;
    }

    private static FourEyes ReadFourEyes(string? value, FourEyes standard) => value is null ? standard
        : Enum.TryParse<FourEyes>(value, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
        : throw new SettingsException($"FourEyes '{value}' is not known. Give off, warn or enforce.");
}

/// <summary>A setting is not usable; the message is one line that says what to do.</summary>
public sealed class SettingsException(string message) : Exception(message);
