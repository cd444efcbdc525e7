using System.IO.Enumeration;

namespace NewsroomPortal.Foundation.Rendering.Code;

/// <summary>
/// The languages that Hugo 0.111.3 colours: the names, aliases and file names of Chroma 2.5.0's lexers (<c>lexers/</c>; MIT licence,
/// © 2017 Alec Thomas), in <c>languages.txt</c>.
/// </summary>
static class Languages
{
    static readonly Lazy<(HashSet<string> Names, string[] Files)> Known = new(Read);

    /// <summary>By its name in any case, or as a file's ending or name: <c>yml</c>, <c>Makefile</c>.</summary>
    public static bool Knows(string language) =>
        Known.Value.Names.Contains(language.ToLowerInvariant()) || Known.Value.Files.Any(file => IsFile(file, "filename." + language) || IsFile(file, language));

    static bool IsFile(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    static (HashSet<string>, string[]) Read()
    {
        using var file = new StreamReader(typeof(Languages).Assembly.GetManifestResourceStream("rendering/languages")!);
        var parts = file.ReadToEnd().Split("\n\n");
        return ([.. parts[0].Split('\n')], parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
