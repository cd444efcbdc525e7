using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Inlines;
using NewsroomPortal.Foundation.Rendering.Links;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Linkify;

/// <summary>
/// Bare addresses: at the start of a line, after a space, <c>(</c> or <c>~</c>, and right after any inline.
/// After goldmark 1.5.4, <c>extension/linkify.go</c> (MIT licence, © 2019 Yusuke Inuzuka).
/// </summary>
sealed partial class Linkifier(InlineReading reading)
{
    bool mayFindUrls, mayFindEmails;

    public bool MayFindLinks => mayFindUrls || mayFindEmails;

    /// <summary>Sees whether the leaf holds what every address does; most hold none.</summary>
    public void LookAhead()
    {
        if (!reading.Context.Settings.Linkify)
            return;
        var text = reading.Rest;
        mayFindUrls = text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal);
        mayFindEmails = text.Contains('@');
    }

    public Inline? Read()
    {
        if (!MayFindLinks || reading.Links.AreOpen)
            return null;
        var line = reading.Line;
        var skipped = line[0] is ' ' or '*' or '_' or '~' or '(' ? 1 : 0;
        line = line[skipped..];
        if (line.IsEmpty)
            return null;
        var lacksScheme = false;
        var length = mayFindUrls ? MeasureUrl(line, out lacksScheme) : 0;
        var isEmail = length == 0;
        if (isEmail)
            length = mayFindEmails ? MeasureEmail(line) : 0;
        if (length == 0)
            return null;
        length = 1 + line[1..length].TrimEnd("?!.,:*_~").Length;
        reading.AppendText(reading.Position, reading.Position + skipped);
        reading.Position += skipped + length;
        return new AddressLink(line[..length].ToString()) { IsEmail = isEmail, LacksScheme = lacksScheme };
    }

    static int MeasureUrl(ReadOnlySpan<char> line, out bool lacksScheme)
    {
        lacksScheme = false;
        var length = line.StartsWith("http:") || line.StartsWith("https:") || line.StartsWith("ftp:") ? Match(Url(), line) : 0;
        if (length == 0 && line.StartsWith("www."))
        {
            length = Match(Www(), line);
            lacksScheme = length > 0;
        }
        return length == 0 ? 0 : TrimUrl(line[..length]);
    }

    static int Match(Regex pattern, ReadOnlySpan<char> line)
    {
        foreach (var match in pattern.EnumerateMatches(line))
            return match.Length;
        return 0;
    }

    /// <summary>Leaves out a final full stop, unopened brackets, and what looks like a character reference.</summary>
    static int TrimUrl(ReadOnlySpan<char> url)
    {
        switch (url[^1])
        {
            case '.':
                return url.Length - 1;
            case ')':
                return url.Length - Math.Max(0, url.Count(')') - url.Count('('));
            case ';':
                var name = url.Length - 2;
                while (name >= 0 && char.IsAsciiLetterOrDigit(url[name]))
                    name--;
                return name >= 0 && name != url.Length - 2 && url[name] == '&' ? name : url.Length;
            default:
                return url.Length;
        }
    }

    static int MeasureEmail(ReadOnlySpan<char> line)
    {
        var length = Characters.IsPunctuation(line[0]) ? 0 : EmailAddress.Measure(line);
        if (length == 0)
            return 0;
        // Goldmark looks for the full stop up to the last character but one.
        var at = line.IndexOf('@');
        if (at >= length - 1 || !line[at..(length - 1)].Contains('.'))
            return 0;
        if (line[length - 1] == '.')
            length--;
        return length < line.Length && line[length] is '-' or '_' ? 0 : length;
    }

    const string Path = "(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=\\(\\);,'\">\\^{}\\[\\]`]*)?";
    const string WwwPath = "(?:[/#?][-a-zA-Z0-9@:%_\\+.~#!?&/=\\(\\);,'\">\\^{}\\[\\]`]*)?";

    [GeneratedRegex("^(?:http|https|ftp)://[-a-zA-Z0-9@:%._\\+~#=]{1,256}\\.[a-z]+(?::[0-9]+)?" + Path, RegexOptions.CultureInvariant)]
    private static partial Regex Url();

    [GeneratedRegex("^www\\.[-a-zA-Z0-9@:%._\\+~#=]{1,256}\\.[a-z]+" + WwwPath, RegexOptions.CultureInvariant)]
    private static partial Regex Www();
}
