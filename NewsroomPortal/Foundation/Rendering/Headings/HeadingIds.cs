using System.Text;

namespace NewsroomPortal.Foundation.Rendering.Headings;

/// <summary>
/// Ids as Hugo 0.111.3 makes them from a heading's raw text; the second of a name gets <c>-1</c>. By <c>autoHeadingIDType</c>:
/// <c>github</c>: letters (Han too) and digits in lower case, <c>_</c>, and a hyphen for each hyphen or space;
/// <c>github-ascii</c>: of these only ASCII, accents taken off; <c>blackfriday</c>: letters and numbers, one hyphen for all between two.
/// After gohugoio/hugo, <c>markup/goldmark/autoid.go</c> and <c>markup/blackfriday/anchors.go</c> (Apache License 2.0, © The Hugo Authors).
/// </summary>
sealed class HeadingIds(string type)
{
    readonly HashSet<string> taken = [];
    readonly Dictionary<string, int> counters = [];

    public string Make(ReadOnlySpan<char> rawText)
    {
        var name = type switch
        {
            "blackfriday" => BlackfridayName(rawText),
            "github-ascii" => GitHubName(WithoutAccents(rawText.Trim())),
            _ => GitHubName(rawText.Trim()),
        };
        if (name.Length == 0)
            name = "heading";
        if (taken.Add(name))
            return name;
        // The next free number only grows: a search from 1 each time would be quadratic.
        for (var n = counters.GetValueOrDefault(name) + 1; ; n++)
        {
            var numbered = $"{name}-{n}";
            if (!taken.Add(numbered))
                continue;
            counters[name] = n;
            return numbered;
        }
    }

    /// <summary>Keeps an id that an author chose from being made again.</summary>
    public void Take(string id) => taken.Add(id);

    static string BlackfridayName(ReadOnlySpan<char> rawText)
    {
        var name = new StringBuilder(rawText.Length);
        var isApart = false;
        foreach (var rune in rawText.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune) && !Rune.IsNumber(rune))
            {
                isApart = true;
                continue;
            }
            if (isApart && name.Length > 0)
                name.Append('-');
            isApart = false;
            Append(name, Lower(rune));
        }
        return name.ToString();
    }

    /// <summary>A lone surrogate could not be normalised, and is not ASCII.</summary>
    static string WithoutAccents(ReadOnlySpan<char> rawText)
    {
        var whole = string.Concat(rawText.ToString().Where(c => !char.IsSurrogate(c)));
        return string.Concat(whole.Normalize(NormalizationForm.FormD).Where(char.IsAscii));
    }

    static string GitHubName(ReadOnlySpan<char> rawText)
    {
        var name = new StringBuilder(rawText.Length);
        foreach (var rune in rawText.EnumerateRunes())
        {
            if (rune.Value is '-' or ' ')
                name.Append('-');
            else if (rune.Value == '_' || Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.DecimalDigitNumber)
                Append(name, Lower(rune));
        }
        return name.ToString();
    }

    /// <summary>The invariant culture leaves İ as it is; Go, and so Hugo, makes it i.</summary>
    static Rune Lower(Rune rune) => rune.Value == 'İ' ? new Rune('i') : Rune.ToLowerInvariant(rune);

    static void Append(StringBuilder name, Rune rune)
    {
        if (rune.IsBmp)
            name.Append((char)rune.Value);
        else
            name.Append(rune.ToString());
    }
}
