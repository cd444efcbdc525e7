using System.Globalization;
using System.Text;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// The addresses that Hugo 0.111 gives to pages by where their files lie (<c>resources/page/page_paths.go</c>, <c>helpers/path.go</c>): language,
/// section and name, or the front matter's <c>slug</c> or <c>url</c>.
/// </summary>
public sealed class SiteAddresses
{
    // What a permalink takes from the place of the file; all else of it is in the front matter.
    private static readonly string[] OfPlace = [":filename", ":slugorfilename", ":contentbasename", ":section", ":sections"];

    private readonly SiteSettings _settings;
    private readonly SettingsTable _table;

    private SiteAddresses(SiteSettings settings, SettingsTable table) => (_settings, _table) = (settings, table);

    /// <summary>Reads the settings that decide about addresses, as they are now. Never throws.</summary>
    public static SiteAddresses Read(string folder)
    {
        var (full, files) = (Path.GetFullPath(folder), SiteSettings.FilesOf(folder));
        return new(SiteSettings.Read(full, files), SettingsFiles.Read(full, files).Table);
    }

    /// <summary>
    /// The addresses of a page whose file moves, from the site's root, such as <c>/post/a/</c>. Both are null where it keeps its address; only
    /// the old one is where that cannot be known: permalinks that speak of the file's place, an ugly address of a section, a file outside the content.
    /// </summary>
    public (string? Old, string? New) Moved(string from, string to, FrontMatter front)
    {
        if (front["url"] is { Text.Length: > 0 })
            return (null, null);
        var (old, now) = (Place(from), Place(to));
        var (before, after) = (Permalink(old), Permalink(now));
        if (before is not null && before == after && !OfPlace.Any(token => before.Contains(token, StringComparison.Ordinal)))
            return (null, null);
        var (left, reached) = (before is null ? Address(old, front) : null, after is null ? Address(now, front) : null);
        return left is not null && left == reached ? (null, null) : (left, reached ?? "");
    }

    private FilePlace? Place(string path)
    {
        var folders = _settings.Languages.Where(language => language.ContentFolder is not null).Select(language => (Folder: language.ContentFolder!, language.Key))
            .Append((Folder: _settings.ContentFolder, Key: _settings.DefaultLanguage));
        var (folder, language) = folders.Where(each => path.StartsWith(each.Folder + "/", StringComparison.Ordinal)).OrderByDescending(each => each.Folder.Length).FirstOrDefault();
        if (folder is null || !path.EndsWith(".md", StringComparison.Ordinal))
            return null;
        var parts = path[(folder.Length + 1)..^".md".Length].Split('/');
        var name = parts[^1];
        if (name.LastIndexOf('.') is var dot && dot > 0 && _settings.Languages.FirstOrDefault(each => each.Key.Equals(name[(dot + 1)..], StringComparison.OrdinalIgnoreCase)) is { } own)
            (name, language) = (name[..dot], own.Key);
        return new(language, parts[..^1], name);
    }

    /// <summary>The pattern of the page's section; null where it has none.</summary>
    private string? Permalink(FilePlace? place) => place is null or { IsSection: true } || _table.Table("permalinks") is not { } patterns
        ? null
        : patterns.Text(place.Section) ?? patterns.Table("page")?.Text(place.Section);

    private string? Address(FilePlace? place, FrontMatter front)
    {
        if (place is null)
            return null;
        var isUgly = _table["uglyURLs"] is SettingsTable sections ? sections.Switch(place.Section, false) : _table.Switch("uglyURLs", false);
        var parts = place.Folders.ToList();
        if (!place.IsSection)
        {
            var name = place.IsBundle ? parts.LastOrDefault() : place.Name;
            if (place.IsBundle && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            if (name is not null)
                parts.Add(front["slug"] is { Text: { Length: > 0 } slug } ? slug : name);
        }
        else if (isUgly)
        {
            return null;
        }
        var isPrefixed = _settings.Languages.Count > 1 && (place.Language != _settings.DefaultLanguage || _settings.DefaultLanguageInSubfolder);
        var path = string.Join('/', parts.Select(part => part.Trim('/')).Where(part => part.Length > 0));
        var prefix = isPrefixed ? $"/{place.Language}/" : "/";
        return path.Length == 0 ? prefix : $"{prefix}{Cleaned(path)}{(isUgly ? ".html" : "/")}";
    }

    private string Cleaned(string path)
    {
        var lower = _table.Switch("disablePathToLower", false) ? path : path.ToLowerInvariant();
        return Sanitised(_table.Switch("removePathAccents", false) ? WithoutAccents(lower) : lower);
    }

    /// <summary>Blanks become one hyphen, other marks are left out (<c>UnicodeSanitize</c>).</summary>
    private static string Sanitised(string path)
    {
        var kept = new StringBuilder(path.Length);
        var (waits, wasHyphen) = (false, false);
        foreach (var rune in path.EnumerateRunes())
        {
            if (!IsKept(rune))
            {
                waits |= kept.Length > 0 && !wasHyphen && Rune.IsWhiteSpace(rune);
                continue;
            }
            wasHyphen = rune.Value == '-';
            if (waits && !wasHyphen)
                kept.Append('-');
            waits = false;
            kept.Append(rune);
        }
        return kept.ToString();
    }

    private static bool IsKept(Rune rune) => rune.Value is '.' or '/' or '\\' or '_' or '#' or '+' or '~' or '-' or '@' || Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static string WithoutAccents(string path) => string.Concat(path.Normalize(NormalizationForm.FormD).EnumerateRunes()
        .Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark).Select(rune => rune.ToString())).Normalize(NormalizationForm.FormC);

    private sealed record FilePlace(string Language, string[] Folders, string Name)
    {
        public bool IsSection => Name == "_index";

        public bool IsBundle => Name == "index";

        public string Section => Folders.Length == 0 || (IsBundle && Folders.Length == 1) ? "" : Folders[0];
    }
}
