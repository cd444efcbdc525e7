namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What Hugo's own shortcodes read of a site's settings.</summary>
public sealed class ShortcodeSettings
{
    private readonly SettingsTable _site;

    internal ShortcodeSettings(SettingsTable site) => _site = site;

    /// <summary>Of a site without settings.</summary>
    public static ShortcodeSettings Default { get; } = new(new());

    /// <summary>Parts of the site come from Hugo modules, which are not in its folder.</summary>
    public bool HasModules => _site.Table("module") is { } module && (module.Has("imports") || module.Has("mounts"));

    /// <summary><c>refLinksErrorLevel</c>: a reference to no page is only warned of.</summary>
    public bool RefsMayMiss => string.Equals(_site.Text("refLinksErrorLevel"), "warning", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without a token, Hugo's <c>instagram</c> ends the build, unless it is switched off.</summary>
    public bool AllowsInstagram =>
        _site.Table("privacy", "instagram")?.Switch("disable", false) is true || !string.IsNullOrEmpty(_site.Table("services", "instagram")?.Text("accessToken"));

    /// <summary>A value of the site's <c>params</c> by its keys, or null; see <see cref="PageParams"/>.</summary>
    internal object? Param(ReadOnlySpan<string> way) => (way.Length == 1 ? _site.Table("params") : _site.Table(["params", .. way[..^1]]))?[way[^1]];
}
