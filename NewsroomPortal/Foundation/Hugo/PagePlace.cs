namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Where a content file stands in its site as Hugo 0.111 sees it (<c>hugofs/filter_fs.go</c>, <c>source/fileInfo.go</c>, <c>hugolib/content_map.go</c>).</summary>
/// <param name="Language">By the file's suffix, else by its content folder.</param>
/// <param name="Folders">Below the content folder; of a bundle's own text, its own is the last.</param>
/// <param name="Name">Without language and ending: <c>index</c> is a bundle's own text, <c>_index</c> a section's.</param>
/// <param name="Sections">Of the section that the page belongs to: the first folder, and those down to the deepest with an <c>_index.md</c>.</param>
internal sealed record PagePlace(SiteLanguage Language, IReadOnlyList<string> Folders, string Name, IReadOnlyList<string> Sections)
{
    private static readonly string[] Endings = ["md", "html"];

    /// <summary>Hugo goes by what stands before the first dot.</summary>
    public bool IsBundle => Name == "index" || Name.StartsWith("index.", StringComparison.Ordinal);

    public bool IsSection => Name == "_index";

    /// <summary>The first section; empty for a page of the site's root.</summary>
    public string Section => Folders.Count > (IsBundle ? 1 : 0) ? Folders[0] : "";

    /// <summary>Null where the file is no page of its own: outside all content folders, in another page's bundle, or in a language that is turned off.</summary>
    /// <param name="exists">Whether a file lies in the site folder, by its path relative to it.</param>
    public static PagePlace? Of(ContentPath path, SiteSettings site, Func<string, bool> exists)
    {
        var roots = site.Languages.Select(language => (Language: language, Folder: language.ContentFolder ?? site.ContentFolder));
        var (owner, root) = roots.Where(each => path.Value.StartsWith(each.Folder + "/", StringComparison.Ordinal))
            .OrderByDescending(each => each.Folder.Length).ThenByDescending(each => each.Language.Key == site.DefaultLanguage).FirstOrDefault();
        if (owner is null)
            return null;
        var (suffix, isOff) = SuffixOf(path.Name, site);
        if (isOff)
            return null;
        var language = suffix ?? owner;
        var name = suffix is null ? path.Name : path.Name[..^(suffix.Key.Length + 1)];
        var folders = path.Value[(root.Length + 1)..].Split('/')[..^1];
        bool Holds(int depth, string file) => Endings.Any(ending =>
            language.Key == owner.Key && exists(string.Join('/', [root, .. folders[..depth], $"{file}.{ending}"]))
            || exists(string.Join('/', [root, .. folders[..depth], $"{file}.{language.Key}.{ending}"])));
        var above = name.Split('.')[0] == "index" ? folders.Length - 1 : folders.Length;
        // A section's text in no language of the site comes into the way of its other one.
        if (above < 0 || name.StartsWith("_index.", StringComparison.Ordinal) || Enumerable.Range(1, above).Any(depth => Holds(depth, "index")))
            return null;
        var deepest = Enumerable.Range(1, above).LastOrDefault(depth => depth == 1 || Holds(depth, "_index"));
        return new(language, folders, name, [.. folders[..deepest].Select(folder => folder.ToLowerInvariant())]);
    }

    private static (SiteLanguage? Language, bool IsOff) SuffixOf(string name, SiteSettings site)
    {
        var suffix = name[(name.LastIndexOf('.') + 1)..];
        return suffix.Length == name.Length ? (null, false)
            : site.Languages.FirstOrDefault(language => language.Key == suffix) is { } known ? (known, false)
            : (null, site.DisabledLanguages.Contains(suffix));
    }
}
