using System.Text.RegularExpressions;

namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>
/// <c>{{&lt; name.inline &gt;}}</c>: its text is run as a template by a Hugo that allows it, which can read the site's files and environment.
/// Never to be published; a comment that shows one is no call.
/// </summary>
public static partial class InlineShortcode
{
    /// <summary>The first line that calls one, 0-based, or null. Sees more than Hugo calls: a tag need not be closed.</summary>
    public static int? FindLine(string body)
    {
        foreach (var match in Call().EnumerateMatches(body))
            return body.AsSpan(0, match.Index).Count('\n');
        return null;
    }

    [GeneratedRegex("\\{\\{[<%]\\s*(?:/\\s*)?[^\\s*\"`=<>{}%/]+\\.inline(?:[\\s/>%\"`=]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
