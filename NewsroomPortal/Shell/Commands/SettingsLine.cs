using System.CommandLine;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Shell.Commands;

/// <summary>
/// Settings given as <c>--name value</c> or <c>--name=value</c>, to any verb, in any case of letters. What is no setting of the portal, nor
/// of .NET's host, is wrong usage, so that a misspelt one is not passed over.
/// </summary>
internal static class SettingsLine
{
    private static readonly string[] OfTheHost = ["Environment", "ContentRoot", "ApplicationName"];

    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "The data folder (else NEWSROOM_DATA, else newsroom-data in the current folder).",
        HelpName = "FOLDER",
        Recursive = true,
    };

    /// <summary>The names of the settings, as <c>appsettings.json</c> writes them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        nameof(NewsroomSettings.Urls), nameof(NewsroomSettings.Data), nameof(NewsroomSettings.Site), nameof(NewsroomSettings.TimeZone),
        nameof(NewsroomSettings.PathPattern), nameof(NewsroomSettings.FourEyes), nameof(NewsroomSettings.Hugo),
    ];

    public static Dictionary<string, string?> Read(ParseResult line)
    {
        var settings = Given(line).Where(setting => setting.Problem is null).ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.OrdinalIgnoreCase);
        if (line.GetValue(Data) is { } folder)
        {
            settings[nameof(NewsroomSettings.Data)] = folder;
        }
        return settings;
    }

    public static IEnumerable<string> Problems(ParseResult line) => Given(line).Select(setting => setting.Problem).OfType<string>();

    private static IEnumerable<(string Name, string? Value, string? Problem)> Given(ParseResult line)
    {
        var tokens = line.UnmatchedTokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            var parts = tokens[at].Split('=', 2);
            var name = parts[0].StartsWith("--", StringComparison.Ordinal) ? parts[0][2..] : "";
            if (!IsSetting(name))
            {
                yield return (name, null, $"'{tokens[at]}' is not known. Verbs: {string.Join(", ", Verbs(line))}. Settings: {string.Join(", ", Names.Select(known => "--" + known))}.");
            }
            else if (parts.Length == 2)
            {
                yield return (name, parts[1], null);
            }
            else if (at + 1 < tokens.Count && !tokens[at + 1].StartsWith("--", StringComparison.Ordinal))
            {
                yield return (name, tokens[++at], null);
            }
            else
            {
                yield return (name, null, $"The setting --{name} needs a value: --{name} VALUE.");
            }
        }
    }

    private static bool IsSetting(string name) =>
        Names.Concat(OfTheHost).Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("Logging:", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Verbs(ParseResult line) => line.RootCommandResult.Command.Subcommands.Select(verb => verb.Name);
}
