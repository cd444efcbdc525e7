namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// The pages that <c>ref</c> and <c>relref</c> can name: what lies in the content folders of a site and its themes. A name is looked up as Hugo 0.111.3 does
/// (<c>hugolib/pagecollections.go</c>), but wherever a page stands: a path may begin anywhere in another page's.
/// </summary>
public sealed class SitePages(string folder, SiteSettings settings)
{
    private static readonly string[] Endings = [".md", ".markdown", ".mdown", ".html", ".htm", ".org", ".ad", ".adoc", ".asciidoc", ".rst", ".pandoc", ".pdc"];

    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = 0 };

    private readonly List<string> _contents = [.. settings.Languages.Select(language => language.ContentFolder).OfType<string>().Append(settings.ContentFolder)
        .Select(content => Path.Combine(folder, content)).Concat(settings.ThemeFolders.Select(theme => Path.Combine(theme, "content"))).Distinct()];

    private ILookup<string, string>? _byName;

    /// <summary>The paths of the pages that a reference may mean: from the content folder, in lower case, without ending and language; as often as several share one name.</summary>
    public IReadOnlyList<string> Named(string reference)
    {
        var whole = reference.Trim().Replace('\\', '/');
        var path = Normal(whole.ToLowerInvariant());
        if (path.Length == 0 || settings.Taxonomies.Values.Any(taxonomy => path == taxonomy || path.StartsWith(taxonomy + "/", StringComparison.Ordinal)))
        {
            return [path];
        }
        // A large site is listed only for a reference that is no path to a page.
        if (path.Contains('/', StringComparison.Ordinal) && Stands(Normal(whole)))
        {
            return [path];
        }
        _byName ??= Pages().ToLookup(Last);
        var found = _byName[Last(path)].Where(page => page == path || page.EndsWith("/" + path, StringComparison.Ordinal)).ToList();
        // A whole path goes before a name.
        return found.Contains(path) ? [path] : found;
    }

    /// <summary>Steps up and here are left out, with ending and language; <c>index</c> stands for its folder.</summary>
    private string Normal(string path)
    {
        var parts = path.Split('/').Where(part => part is not ("" or "." or "..")).ToList();
        if (parts.Count == 0)
        {
            return "";
        }
        parts[^1] = Bare(parts[^1]);
        if (parts[^1] is "index" or "_index")
        {
            parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }

    private string Bare(string name)
    {
        var bare = name.IndexOf('.') > 0 && Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(name) : name;
        var language = settings.Languages.FirstOrDefault(language => bare.EndsWith("." + language.Key, StringComparison.OrdinalIgnoreCase));
        return language is null ? bare : bare[..^(language.Key.Length + 1)];
    }

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Whether a page's file lies at this very path, as it is written.</summary>
    private bool Stands(string path) => _contents.Exists(content => new[] { path, path + "/index", path + "/_index" }
        .SelectMany(place => settings.Languages.Select(language => $"{place}.{language.Key}").Prepend(place))
        .Any(place => Array.Exists(Endings, ending => File.Exists(Path.Combine(content, place + ending)))));

    private IEnumerable<string> Pages() => _contents.Where(Directory.Exists).SelectMany(content => Directory.EnumerateFiles(content, "*", Below)
        .Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant()))
        .SelectMany(file => WithSections(Normal(Path.GetRelativePath(content, file).Replace('\\', '/').ToLowerInvariant())))).Distinct();

    /// <summary>The page, and the folders that it stands in.</summary>
    private static IEnumerable<string> WithSections(string page)
    {
        for (; page.Length > 0; page = page[..Math.Max(0, page.LastIndexOf('/'))])
        {
            yield return page;
        }
    }
}
