namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What the newsroom must know of the Hugo site that it writes for.</summary>
/// <param name="File">The site's own settings file that was found; null where the folder has none.</param>
/// <param name="TimeZone">The IANA name that it sets at top level; null where it sets none, and Hugo takes dates without a zone as UTC.</param>
public sealed record SiteSettings(string? File, string? TimeZone)
{
    // In the order in which Hugo looks.
    private static readonly string[] Names =
        ["hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config.json"];

    /// <summary>Reads the first settings file, and else those of <c>config/_default</c>.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SiteSettings Read(string folder)
    {
        var file = new[] { folder, Path.Combine(folder, "config", "_default") }
            .SelectMany(place => Names.Select(name => Path.Combine(place, name)))
            .FirstOrDefault(System.IO.File.Exists);
        return new(file, file is null ? null : FindTimeZone(TopLevel(file, System.IO.File.ReadLines(file))));
    }

    /// <summary>The zone; null where none is set, or one that this machine does not know.</summary>
    public TimeZoneInfo? FindZone() => TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>The lines before TOML's first table; YAML's without indentation; all of JSON's.</summary>
    private static IEnumerable<string> TopLevel(string file, IEnumerable<string> lines) => Path.GetExtension(file) switch
    {
        ".toml" => lines.Select(line => line.Trim()).TakeWhile(line => !line.StartsWith('[')),
        ".json" => lines.Select(line => line.Trim(' ', '\t', '{')),
        _ => lines.Where(line => line.Length > 0 && !char.IsWhiteSpace(line[0])),
    };

    /// <summary>The value of <c>timeZone = "…"</c>, <c>timeZone: …</c> or <c>"timeZone": "…"</c>.</summary>
    private static string? FindTimeZone(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var name = line.TrimStart('"', '\'');
            if (!name.StartsWith("timeZone", StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = name["timeZone".Length..].TrimStart('"', '\'', ' ', '\t');
            if (rest is not ['=' or ':', ..])
                continue;
            var value = rest[1..].Split('#')[0].Trim(' ', '\t', ',', '"', '\'', '}');
            return value.Length == 0 ? null : value;
        }
        return null;
    }
}
