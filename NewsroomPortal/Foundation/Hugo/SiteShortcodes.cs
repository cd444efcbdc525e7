using System.Text.RegularExpressions;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// The shortcodes that a site has a template for: Hugo 0.111.3's own, and <c>layouts/shortcodes/NAME.html</c> of the site and its themes, in folders
/// too (<c>a/b</c>). What they do with a text between two tags is read from the template.
/// </summary>
public sealed partial class SiteShortcodes
{
    private static readonly string[] Own =
    [
        "figure", "gist", "highlight", "instagram", "instagram_simple", "param", "ref", "relref", "tweet", "twitter", "twitter_simple", "vimeo", "vimeo_simple", "youtube",
    ];

    private readonly ILookup<string, string> _templates;

    private SiteShortcodes(ILookup<string, string> templates, bool isComplete) => (_templates, IsComplete) = (templates, isComplete);

    /// <summary>Whether there are no others: of a site without settings, or with a theme or modules that are not in its folder, that is not known.</summary>
    public bool IsComplete { get; }

    /// <summary>Looks into the folders; never throws.</summary>
    public static SiteShortcodes Find(string folder, SiteSettings settings)
    {
        var isComplete = settings.File is not null && settings.Errors.Count == 0 && !settings.Shortcodes.HasModules && settings.ThemeFolders.All(Directory.Exists);
        try
        {
            return new(settings.ThemeFolders.Prepend(folder).SelectMany(Templates).ToLookup(template => template.Name, template => template.File), isComplete);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new(Array.Empty<string>().ToLookup(name => name), isComplete: false);
        }
    }

    public bool Has(string name) => Own.Contains(name) || _templates.Contains(name);

    /// <summary>Hugo's own, and no template of the site's in its place.</summary>
    public bool IsOwn(string name) => Own.Contains(name) && !_templates.Contains(name);

    /// <summary>It must have a closing tag or close itself; any other must not. Null: not known.</summary>
    public bool? TakesText(string name) => _templates[name].FirstOrDefault() is { } template ? ReadsInner(template) : Own.Contains(name) ? name == "highlight" : null;

    private static IEnumerable<(string Name, string File)> Templates(string place)
    {
        var folder = new DirectoryInfo(Path.Combine(place, "layouts", "shortcodes"));
        return !folder.Exists ? [] : folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file =>
        {
            var path = Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/');
            // What follows the first full stop is a language, an output format, an ending.
            var dot = path.IndexOf('.', path.LastIndexOf('/') + 1);
            return (dot < 0 ? path : path[..dot], file.FullName);
        });
    }

    private static bool? ReadsInner(string template)
    {
        try
        {
            return Action().Matches(Comment().Replace(File.ReadAllText(template), "")).Any(action => Inner().IsMatch(action.Value));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\{\{-?\s*/\*.*?\*/\s*-?\}\}", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Action();

    [GeneratedRegex(@"\.Inner(?:Deindent)?\b")]
    private static partial Regex Inner();
}
