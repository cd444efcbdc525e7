using System.Globalization;
using System.Text.RegularExpressions;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>Reads Hugo's messages: <c>Error: error building site: "…/x.md:5:7": failed to extract shortcode: …</c>.</summary>
internal static partial class BuildMessage
{
    /// <param name="errors">What Hugo wrote.</param>
    /// <param name="folders">What stands before the paths of files, which is nobody's business.</param>
    /// <param name="file">The content file's path in it.</param>
    /// <param name="text">The whole file.</param>
    public static BuildProblem Read(string errors, IEnumerable<string> folders, string file, string text)
    {
        var message = errors.Split('\n').LastOrDefault(line => line.StartsWith("Error:", StringComparison.Ordinal)) ?? errors;
        message = BuildingSite().Replace(message.Trim(), "");
        var place = Place().Matches(message).LastOrDefault(found => found.Groups["file"].Value == file);
        message = folders.Aggregate(message, (told, folder) => told.Replace(folder + "/", "", StringComparison.Ordinal));
        if (place is null)
        {
            return new BuildProblem(new Refusal("publishing.true.failed", message));
        }
        var line = int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture);
        var body = FrontMatter.Read(text).BodyStart;
        var front = text.AsSpan(0, body).Count('\n');
        if (line <= front)
        {
            return new BuildProblem(new Refusal("publishing.true.failedInFront", line, message));
        }
        var lines = text[body..].Split('\n');
        var at = Math.Min(line - front, lines.Length);
        return new BuildProblem(new Refusal("publishing.true.failedAt", at, message), new BuildStop(at, lines[at - 1], message));
    }

    [GeneratedRegex("^Error: *(Error|error) building site: *|^Error: *")]
    private static partial Regex BuildingSite();

    [GeneratedRegex("\"(?<file>[^\"]+?):(?<line>[0-9]+):[0-9]+\"")]
    private static partial Regex Place();
}
