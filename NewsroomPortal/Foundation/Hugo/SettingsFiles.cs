namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// The settings files of a site in the order in which Hugo 0.111 lays them over each other (<c>hugolib/config.go</c>,
/// <c>config/configLoader.go</c>): the first of the root's, then all below <c>config/_default</c>, then those below <c>config/production</c>,
/// the environment of a plain build.
/// </summary>
internal static class SettingsFiles
{
    private const int MostFiles = 200;

    private static readonly string[] Endings = [".toml", ".yaml", ".yml", ".json"];

    /// <summary>On the disk; in order.</summary>
    public static IReadOnlyList<string> Find(string folder)
    {
        try
        {
            string[] names = ["hugo", "config"];
            var first = names.SelectMany(name => Endings.Select(ending => Path.Combine(folder, name + ending))).FirstOrDefault(File.Exists);
            string[] places = ["_default", "production"];
            var below = places.SelectMany(place => Below(new DirectoryInfo(Path.Combine(folder, "config", place))));
            return [.. first is null ? below.Take(MostFiles) : below.Prepend(first).Take(MostFiles)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    public static (SettingsTable Table, IReadOnlyList<SiteSettingsError> Errors) Read(string folder, IReadOnlyList<string> files)
    {
        var table = new SettingsTable();
        var errors = new List<SiteSettingsError>();
        foreach (var file in files)
        {
            var (read, error) = SettingsFile.Read(file, Path.GetRelativePath(folder, file).Replace('\\', '/'));
            if (error is not null)
                errors.Add(error);
            else if (read is not null)
                table = table.With(At(read, Path.GetFileNameWithoutExtension(file)));
        }
        return (table, errors);
    }

    /// <summary>Files and folders by name as Go's Walk goes, folders in their place; links to folders are not followed.</summary>
    private static IEnumerable<string> Below(DirectoryInfo folder) => !folder.Exists || folder.LinkTarget is not null
        ? []
        : folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal).SelectMany(entry => entry switch
        {
            DirectoryInfo inner => Below(inner),
            _ => Endings.Contains(entry.Extension) ? [entry.FullName] : Enumerable.Empty<string>(),
        });

    /// <summary><c>markup</c> is that section; <c>params.en</c> and <c>menus.en</c> belong to a language; so does all else with a dot, whole.</summary>
    private static SettingsTable At(SettingsTable read, string name)
    {
        if (name is "hugo" or "config")
            return read;
        var language = Path.GetExtension(name).TrimStart('.');
        var section = Path.GetFileNameWithoutExtension(name);
        string[] way = (language, section) switch
        {
            ("", _) => [section],
            (_, "menu" or "menus") => ["languages", language, "menus"],
            (_, "params") => ["languages", language, "params"],
            _ => ["languages", language],
        };
        return way.Reverse().Aggregate(read, (inner, key) => new SettingsTable { [key] = inner });
    }
}
