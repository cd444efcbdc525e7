namespace NewsroomPortal.Foundation.Settings;

/// <summary>
/// The settings of a newsroom, from appsettings.json, <c>NEWSROOM_*</c> in the environment, or <c>--name value</c>; later ones win.
/// Validated at start by <see cref="SettingsReader"/>.
/// </summary>
public sealed record NewsroomSettings
{
    /// <summary>Where the portal listens: one address, such as http://localhost:5080.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>The data folder, absolute or relative to the current folder.</summary>
    public string Data { get; init; } = "newsroom-data";

    /// <summary>The Hugo site's folder; null: <c>site</c> in the data folder.</summary>
    public string? Site { get; init; }

    /// <summary>The newsroom's time zone, an IANA name.</summary>
    public string TimeZone { get; init; } = "Asia/Hong_Kong";

    /// <summary>Where an article is published below the site folder: {year}, {month}, {day} and {slug}.</summary>
    public string PathPattern { get; init; } = "content/post/{year}/{month}/{slug}.md";

    public FourEyes FourEyes { get; init; } = FourEyes.Enforce;

    /// <summary>The <c>hugo</c> program for the true preview; null: the one on the PATH.</summary>
    public string? Hugo { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>What happens when an editor approves a text that they changed themselves.</summary>
public enum FourEyes
{
    Off,
    Warn,
    Enforce,
}
