using System.Text;

namespace NewsroomPortal.Foundation.Rendering.Headings;

/// <summary>
/// Ids as Hugo's default (<c>autoHeadingIDType: github</c>) makes them from a heading's raw text: letters (Han too) and digits in lower case,
/// <c>_</c>, and a hyphen for each hyphen or space; the second of a name gets <c>-1</c>.
/// </summary>
sealed class HeadingIds
{
    readonly HashSet<string> taken = [];
    readonly Dictionary<string, int> counters = [];

    public string Make(ReadOnlySpan<char> rawText)
    {
        var name = Name(rawText);
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

    static string Name(ReadOnlySpan<char> rawText)
    {
        var name = new StringBuilder(rawText.Length);
        foreach (var rune in rawText.Trim().EnumerateRunes())
        {
            if (rune.Value is '-' or ' ')
                name.Append('-');
            else if (rune.Value == '_' || Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.DecimalDigitNumber)
                Append(name, Lower(rune));
        }
        return name.Length == 0 ? "heading" : name.ToString();
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
