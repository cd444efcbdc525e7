namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// Lays the settings of a site's themes under its own, as Hugo 0.111 does (<c>modules/collect.go</c>, <c>config/defaultConfigProvider.go</c>): <c>params</c>
/// at every depth; of <c>menus</c>, <c>outputFormats</c> and <c>mediaTypes</c> the entries that the site lacks; nothing else, unless the site's
/// own <c>_merge</c> says so.
/// </summary>
internal sealed class ThemeSettings(string site)
{
    private const string Strategy = "_merge";
    private const int MostThemes = 20;

    /// <summary>What Hugo gives every site before its themes are asked (<c>hugolib/config.go</c>), of what is read here: no theme changes it.</summary>
    private static readonly HashSet<string> Given = new(StringComparer.OrdinalIgnoreCase)
    {
        "buildDrafts", "buildExpired", "buildFuture", "canonifyURLs", "defaultContentLanguage", "defaultContentLanguageInSubdir", "disablePathToLower",
        "enableEmoji", "hasCJKLanguage", "removePathAccents", "summaryLength", "themesDir", "uglyURLs",
    };

    private readonly List<string> _folders = [];
    private readonly List<string> _files = [];
    private readonly List<SiteSettingsError> _errors = [];

    /// <summary>On the disk, in the order in which they count; a theme that is not there too.</summary>
    public IReadOnlyList<string> Folders => _folders;

    public IReadOnlyList<string> Files => _files;

    public IReadOnlyList<SiteSettingsError> Errors => _errors;

    /// <summary>The site's settings with those of its themes, and of the themes that these name, below them.</summary>
    public SettingsTable Under(SettingsTable own)
    {
        var root = own.Text(Strategy);
        var merged = own;
        foreach (var theme in Read(own, Path.Combine(site, own.Text("themesDir") is { Length: > 0 } named ? named : "themes")))
            merged = Merge(merged, theme, root);
        return merged.Without(Strategy);
    }

    private List<SettingsTable> Read(SettingsTable by, string themes)
    {
        var read = new List<SettingsTable>();
        foreach (var folder in by.Texts("theme").Select(theme => Path.GetFullPath(Path.Combine(themes, theme))))
        {
            if (_folders.Contains(folder) || _folders.Count == MostThemes)
                continue;
            _folders.Add(folder);
            var files = SettingsFiles.Find(folder);
            var (table, errors) = SettingsFiles.Read(site, files);
            _files.AddRange(files);
            _errors.AddRange(errors);
            read.Add(table);
            read.AddRange(Read(table, themes));
        }
        return read;
    }

    private static SettingsTable Merge(SettingsTable site, SettingsTable theme, string? root)
    {
        if (root == "none")
            return site;
        var merged = site.With(new());
        foreach (var key in theme.Keys)
        {
            if (theme.Table(key) is not { } theirs)
            {
                if (root is "deep" or "shallow" && !site.Has(key) && !Given.Contains(key))
                    merged[key] = theme[key];
            }
            else if (!site.Has(key) || site.Table(key) is not null)
            {
                var both = Merge(site.Table(key) ?? StandardOf(key), theirs, StrategyOf(key, root), above: null);
                if (site.Has(key) || both.Keys.Count > 0)
                    merged[key] = both;
            }
        }
        return merged;
    }

    private static SettingsTable StandardOf(string key) => key.Equals("taxonomies", StringComparison.OrdinalIgnoreCase)
        ? new() { ["category"] = "categories", ["tag"] = "tags" }
        : new();

    private static string StrategyOf(string key, string? root) => key.ToLowerInvariant() switch
    {
        "params" => "deep",
        "outputformats" or "mediatypes" or "menus" => "shallow",
        _ => root ?? "none",
    };

    /// <param name="above">Of the table that this one lies in; shallow there lets nothing new in here.</param>
    private static SettingsTable Merge(SettingsTable ours, SettingsTable theirs, string standard, string? above)
    {
        var strategy = ours.Text(Strategy) ?? standard;
        var isClosed = strategy == "none" || above == "shallow";
        var merged = ours.With(new());
        foreach (var key in theirs.Keys.Where(key => key != Strategy))
        {
            if (ours.Table(key) is { } inner && theirs.Table(key) is { } lower)
                merged[key] = Merge(inner, lower, strategy, strategy);
            else if (!ours.Has(key) && !isClosed)
                merged[key] = theirs[key];
        }
        return merged;
    }
}
