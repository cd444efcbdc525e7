namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What the newsroom must know of the Hugo site that it writes for, as Hugo 0.111 reads its settings files; its defaults are Hugo's.</summary>
public sealed record SiteSettings
{
    private static readonly Dictionary<string, string> StandardTaxonomies = new() { ["category"] = "categories", ["tag"] = "tags" };

    private SettingsTable Params { get; init; } = new();

    private SettingsTable Written { get; init; } = new();

    /// <summary>The site's own settings files, in the order in which they are laid over each other, those with errors too; not its themes'.</summary>
    public IReadOnlyList<string> Files { get; private init; } = [];

    /// <summary>The first of them; null where the folder has none.</summary>
    public string? File => Files.Count > 0 ? Files[0] : null;

    /// <summary>The settings files of its themes; on the disk.</summary>
    public IReadOnlyList<string> ThemeFiles { get; private init; } = [];

    /// <summary>The files that could not be read: they count for nothing here, and Hugo does not build the site.</summary>
    public IReadOnlyList<SiteSettingsError> Errors { get; private init; } = [];

    public string? Title { get; private init; }

    /// <summary>The IANA name that the site sets for its default language; null where it sets none, and Hugo takes dates without a zone as UTC.</summary>
    public string? TimeZone { get; private init; }

    /// <summary><c>defaultContentLanguage</c>, in lower case.</summary>
    public string DefaultLanguage { get; private init; } = "en";

    /// <summary>By weight, then by key, as Hugo orders them; a site that names none has its default one.</summary>
    public IReadOnlyList<SiteLanguage> Languages { get; private init; } = [];

    /// <summary><c>defaultContentLanguageInSubdir</c>.</summary>
    public bool DefaultLanguageInSubfolder { get; private init; }

    /// <summary>The front matter's keys by what they are called one at a time: <c>tag</c> to <c>tags</c>. Empty where the site wants none.</summary>
    public IReadOnlyDictionary<string, string> Taxonomies { get; private init; } = StandardTaxonomies;

    /// <summary>Relative to the site folder, <c>/</c> between the parts.</summary>
    public string ContentFolder { get; private init; } = "content";

    public IReadOnlyList<string> StaticFolders { get; private init; } = ["static"];

    public IReadOnlyList<string> Themes { get; private init; } = [];

    public bool HasCjkLanguage { get; private init; }

    public bool BuildDrafts { get; private init; }

    public bool BuildFuture { get; private init; }

    public bool BuildExpired { get; private init; }

    /// <summary>In words; where <see cref="HasCjkLanguage"/>, in characters.</summary>
    public int SummaryLength { get; private init; } = 70;

    public GoldmarkSettings Goldmark { get; private init; } = GoldmarkSettings.Default;

    public ShortcodeSettings Shortcodes { get; private init; } = ShortcodeSettings.Default;

    /// <summary>What the site sets that changes the pages of its texts and that <see cref="Goldmark"/> does not hold, each as it is written.</summary>
    public IReadOnlyList<string> NotShown { get; private init; } = [];

    /// <summary>Reads the site's settings as they are now. Never throws: what cannot be read is in <see cref="Errors"/>.</summary>
    public static SiteSettings Read(string folder) => ReadIn(Path.GetFullPath(folder));

    /// <summary>The files that <see cref="Read"/> would read, as long as the site names the themes that it does in <paramref name="known"/>.</summary>
    public static IReadOnlyList<string> FilesOf(string folder, SiteSettings? known) =>
        [.. SettingsFiles.Find(Path.GetFullPath(folder)), .. (known?.ThemeFolders ?? []).SelectMany(SettingsFiles.Find)];

    /// <summary>These settings still, with what cannot be read of the files as they are now.</summary>
    public SiteSettings Despite(SiteSettings broken) => this with { Files = broken.Files, ThemeFiles = broken.ThemeFiles, Errors = broken.Errors };

    /// <summary>The zone; null where none is set, or one that this machine does not know.</summary>
    public TimeZoneInfo? FindZone() => TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>In which Hugo reads a date without a zone: the site's, else UTC. A site that has no settings yet will be made with the newsroom's.</summary>
    public TimeZoneInfo ZoneOr(TimeZoneInfo newsroom) => File is null ? newsroom : FindZone() ?? TimeZoneInfo.Utc;

    /// <summary>The site's own default of a field that its theme reads, as text, a list's items with commas between; null where it sets none.</summary>
    public string? DefaultOf(string field) => ParamOf(field) switch
    {
        List<object?> items => string.Join(", ", items.Select(SettingsTable.TextOf).OfType<string>()),
        var single => SettingsTable.TextOf(single),
    };

    /// <summary>The same, of a list.</summary>
    public IReadOnlyList<string> DefaultsOf(string field) => ParamOf(field) is List<object?> items ? [.. items.Select(SettingsTable.TextOf).OfType<string>()] : [];

    /// <summary>The languages that the site names and turns off; their files make no pages.</summary>
    internal IReadOnlyList<string> DisabledLanguages { get; private init; } = [];

    /// <summary>The site's settings in one of its languages: that language's own go before the site's, each whole; only <c>params</c> are laid over each other.</summary>
    internal SettingsTable Of(string language) => Of(Written, language);

    /// <summary>With what its pages' addresses begin, without <c>/</c>; may be empty. Where each language has a <c>baseURL</c> of its own, none has a prefix.</summary>
    internal string PrefixOf(SiteLanguage language) =>
        Languages.Count > 1 && (language.Key != DefaultLanguage || DefaultLanguageInSubfolder) && Written.Table("languages", language.Key)?.Text("baseURL") is null ? language.Key : "";

    /// <summary>Of its themes, and of those that these name, on the disk; a theme that is not there too.</summary>
    public IReadOnlyList<string> ThemeFolders { get; private init; } = [];

    private static SiteSettings ReadIn(string folder)
    {
        var files = SettingsFiles.Find(folder);
        var (written, errors) = SettingsFiles.Read(folder, files);
        var themes = new ThemeSettings(folder);
        var site = themes.Under(written);
        var language = Or(site.Text("defaultContentLanguage"), "en").ToLowerInvariant();
        var own = Of(site, language);
        return new()
        {
            Files = files,
            ThemeFiles = themes.Files,
            ThemeFolders = themes.Folders,
            Errors = [.. errors, .. themes.Errors],
            Title = site.Text("title"),
            TimeZone = own.Text("timeZone") is { Length: > 0 } zone ? zone : null,
            DefaultLanguage = language,
            Languages = ReadLanguages(site, language),
            DisabledLanguages = [.. (site.Table("languages")?.Keys ?? []).Select(key => key.ToLowerInvariant()).Where(key => IsOff(site, key))],
            DefaultLanguageInSubfolder = site.Switch("defaultContentLanguageInSubdir", false),
            Taxonomies = ReadTaxonomies(own),
            ContentFolder = Folder(own.Text("contentDir")) ?? "content",
            StaticFolders = ReadStatics(own),
            Themes = site.Texts("theme"),
            HasCjkLanguage = own.Switch("hasCJKLanguage", false),
            BuildDrafts = site.Switch("buildDrafts", false),
            BuildFuture = site.Switch("buildFuture", false),
            BuildExpired = site.Switch("buildExpired", false),
            SummaryLength = own.Whole("summaryLength", 70),
            Goldmark = SiteMarkup.Read(site),
            Shortcodes = new(own),
            NotShown = MarkupNotShown.Of(site),
            Params = own.Table("params") ?? new(),
            Written = site,
        };
    }

    /// <summary>Mainroad's newer sites have one table for the sidebars of all kinds of pages, their widgets in it.</summary>
    private object? ParamOf(string field) => field switch
    {
        "sidebar" when Params.Table("sidebar") is { } sidebars => sidebars["single"],
        "widgets" when Params["widgets"] is null or SettingsTable => Params.Table("sidebar")?["widgets"],
        _ => Params[field],
    };

    private static SettingsTable Of(SettingsTable site, string language) => site.Table("languages", language) is { } own ? site.Under(own, "params") : site;

    private static SiteLanguage[] ReadLanguages(SettingsTable site, string standard)
    {
        var languages =
            from key in site.Table("languages")?.Keys ?? []
            let own = site.Table("languages", key)
            where own is not null && !IsOff(site, key)
            let name = key.ToLowerInvariant()
            orderby own.Whole("weight", 0), name
            select new SiteLanguage(name, Or(own.Text("languageName"), name), own.Whole("weight", 0), own.Text("title"), Folder(own.Text("contentDir")));
        return languages.ToArray() is { Length: > 0 } named ? named : [new(standard, standard, 0, null, null)];
    }

    private static bool IsOff(SettingsTable site, string language) =>
        site.Table("languages", language)?.Switch("disabled", false) is true || site.Texts("disableLanguages").Contains(language, StringComparer.OrdinalIgnoreCase);

    /// <summary>A site's own taxonomies replace the two standard ones.</summary>
    private static Dictionary<string, string> ReadTaxonomies(SettingsTable own) => own.Table("taxonomies") is { } table
        ? table.Keys.Where(key => !string.IsNullOrEmpty(table.Text(key))).ToDictionary(key => key.ToLowerInvariant(), key => table.Text(key)!)
        : StandardTaxonomies;

    /// <summary><c>staticDir</c> and <c>staticDir0</c> to <c>staticDir10</c>.</summary>
    private static List<string> ReadStatics(SettingsTable own)
    {
        var folders = Enumerable.Range(-1, 12).SelectMany(number => own.Texts(number < 0 ? "staticDir" : $"staticDir{number}")).Select(Folder).OfType<string>().ToList();
        return folders.Count > 0 ? folders : ["static"];
    }

    private static string? Folder(string? written) => written?.Replace('\\', '/').Trim('/') is { Length: > 0 } folder ? folder : null;

    private static string Or(string? text, string standard) => string.IsNullOrEmpty(text) ? standard : text;
}
