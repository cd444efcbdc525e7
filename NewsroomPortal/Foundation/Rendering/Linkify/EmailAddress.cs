using System.Text.RegularExpressions;

namespace NewsroomPortal.Foundation.Rendering.Linkify;

/// <summary>E-mail addresses as goldmark 1.5.4 finds them (<c>util.FindEmailIndex</c>).</summary>
static partial class EmailAddress
{
    /// <returns>The length of the address at the start of the text, or 0.</returns>
    public static int Measure(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && IsLocal(text[at]))
            at++;
        if (at == 0 || at + 1 >= text.Length || text[at] != '@')
            return 0;
        foreach (var match in Domain().EnumerateMatches(text[(at + 1)..]))
            return at + 1 + match.Length;
        return 0;
    }

    static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-./=?^_`{|}~".Contains(c);

    [GeneratedRegex("^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();
}
