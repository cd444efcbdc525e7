namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// The address that Hugo 0.111 gives the page of a content file (after <c>resources/page/page_paths.go</c> and <c>hugolib/page__paths.go</c>). What a
/// section's <c>cascade</c> gives its pages is not looked at.
/// </summary>
public sealed record PageAddress
{
    private PageAddress(string path) => Path = path;

    /// <summary>As <c>aliases</c> write it: below the site's <c>baseURL</c>, the language's prefix included, beginning with <c>/</c>, characters as they are.</summary>
    public string Path { get; }

    /// <summary>As a link has it: <c>.RelPermalink</c> without the folder that <c>baseURL</c> may name.</summary>
    public string Escaped => HugoPath.Escape(Path);

    /// <summary>Null where the file makes no page of its own, or its address cannot be known from these.</summary>
    /// <param name="exists">Whether a file lies in the site folder, by its path relative to it: an <c>_index.md</c> makes a folder a section, an <c>index.md</c> a bundle.</param>
    public static PageAddress? Of(ContentPath path, FrontMatter front, SiteSettings site, Func<string, bool> exists)
    {
        if (front.Error is not null || PagePlace.Of(path, site, exists) is not { } place)
            return null;
        var own = site.Of(place.Language.Key);
        if (IsUnknowable(front, site, own, place))
            return null;
        var link = front["url"] is { Text.Length: > 0 } url && (!place.IsSection || place.Folders.Count > 0)
            ? OfUrl(url.Text, site.PrefixOf(place.Language))
            : Sanitized(own, place.IsSection ? OfSection(place, site, own) : OfPage(place, front, site, own));
        // A hash, a question mark or a per cent would not be part of the path.
        return link is null || link.AsSpan().IndexOfAny("#?%\\") >= 0 || link.Any(char.IsControl) ? null : new(Rooted(link));
    }

    private static bool IsUnknowable(FrontMatter front, SiteSettings site, SettingsTable own, PagePlace place)
    {
        var isOfTaxonomy = place.IsSection && place.Folders.Count > 0 && site.Taxonomies.Values.Contains(place.Folders[0]);
        var kind = (place.IsSection, place.Folders.Count) switch
        {
            (false, _) => "page",
            (true, 0) => "home",
            (true, var depth) => !isOfTaxonomy ? "section" : depth == 1 ? "taxonomy" : "term",
        };
        var outputs = front["outputs"] is { } set ? set.Items.Count > 0 ? set.Items : [set.Text] : own.Table("outputs")?.Texts(kind) ?? [];
        return front["_build"] is not null || front["headless"] is { } headless && HugoSwitch.IsOn(headless)
            || outputs.Any(format => format.Length > 0) && !outputs.Contains("html", StringComparer.OrdinalIgnoreCase)
            || own.Table("outputFormats", "html") is not null || own.Table("mediaTypes", "text/html") is not null
            || own.Texts("disableKinds").Contains(kind, StringComparer.OrdinalIgnoreCase)
            // A term's address follows a pattern too.
            || kind == "term" && PatternOf(place, own) is not null;
    }

    /// <summary>Written by hand: as it stands, below the language's prefix unless it begins with <c>/</c>.</summary>
    private static string? OfUrl(string url, string prefix)
    {
        if (url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal))
            return null;
        var link = HugoPath.Join("/", url);
        if ((url.EndsWith('/') || !url.Contains('.') || link.EndsWith("/index.html", StringComparison.Ordinal)) && !url.EndsWith('/'))
            link += "/";
        return !url.StartsWith('/') && prefix.Length > 0 ? HugoPath.Join(prefix, link) : link;
    }

    private static string? OfPage(PagePlace place, FrontMatter front, SiteSettings site, SettingsTable own)
    {
        var slug = front["slug"]?.Text.Trim('-') ?? "";
        string path;
        var isUgly = IsUgly(own, place);
        if (PatternOf(place, own) is not { Length: > 0 } pattern)
        {
            var folder = place.IsBundle ? place.Folders.SkipLast(1) : place.Folders;
            var name = slug.Length > 0 ? slug : place.IsBundle ? place.Folders[^1] : place.Name;
            // It would be the page of its folder.
            if (name == "index")
                return null;
            path = HugoPath.Join(["/", .. folder, name]);
        }
        else
        {
            var lower = !own.Switch("disablePathToLower", false);
            var plain = own.Switch("removePathAccents", false);
            if (DateOf(front, own) is not { } date
                || new Permalink(place, front["title"]?.Text ?? "", slug, date, text => HugoPath.Sanitize(text, lower, plain)).Expand(pattern) is not { } expanded)
                return null;
            path = HugoPath.Join("/", expanded);
        }
        return HugoPath.Join(site.PrefixOf(place.Language), isUgly ? path.Trim('/') + ".html" : path.TrimEnd('/') + "/");
    }

    private static string? PatternOf(PagePlace place, SettingsTable own) =>
        own.Table("permalinks") is { } patterns && KeyOf(patterns, place) is { } key ? patterns.Text(key) : null;

    /// <summary>Hugo reads all keys without capitals, but not the names of folders.</summary>
    private static string? KeyOf(SettingsTable sections, PagePlace place) =>
        sections.Keys.FirstOrDefault(key => key.ToLowerInvariant().Trim(' ', '/') == place.Section);

    private static string OfSection(PagePlace place, SiteSettings site, SettingsTable own)
    {
        var path = HugoPath.Join(["/", .. place.Folders]);
        return HugoPath.Join(site.PrefixOf(place.Language), place.Folders.Count > 0 && IsUgly(own, place) ? path.Trim('/') + ".html" : path.TrimEnd('/') + "/");
    }

    private static bool IsUgly(SettingsTable own, PagePlace place) =>
        own.Table("uglyURLs") is { } sections ? KeyOf(sections, place) is { } key && sections.Switch(key, false) : own.Switch("uglyURLs", false);

    /// <summary>The date as Hugo finds it; the year 1 where there is none. Null where it takes the file's name, its time or git's.</summary>
    private static DateTimeOffset? DateOf(FrontMatter front, SettingsTable own)
    {
        var zone = own.Text("timeZone") is { Length: > 0 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found : null;
        IReadOnlyList<string> keys = own.Table("frontmatter")?.Texts("date") is { Count: > 0 } set ? set : [":default"];
        foreach (var key in keys.SelectMany(WithAliases))
        {
            if (key.StartsWith(':'))
                return null;
            if (front[key] is { Node.IsSingle: true, Text.Length: > 0 } field && HugoDate.Read(field.Text, zone) is { } date)
                return date;
        }
        return DateTimeOffset.MinValue;
    }

    private static string[] WithAliases(string key) => key.ToLowerInvariant() switch
    {
        ":default" => ["date", "publishdate", "pubdate", "published", "lastmod", "modified"],
        "publishdate" => ["publishdate", "pubdate", "published"],
        "lastmod" => ["lastmod", "modified"],
        var other => [other],
    };

    private static string? Sanitized(SettingsTable own, string? path) =>
        path is null ? null : HugoPath.Sanitize(path, !own.Switch("disablePathToLower", false), own.Switch("removePathAccents", false));

    private static string Rooted(string link) => "/" + link.TrimStart('/');
}
