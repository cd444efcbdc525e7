using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Fills in a pattern of the site's <c>permalinks</c> (Hugo 0.111, <c>resources/page/permalinks.go</c>); Go's own forms of dates are not known here.</summary>
/// <param name="Sanitize">As the site makes addresses of texts.</param>
internal sealed partial record Permalink(PagePlace Place, string Title, string Slug, DateTimeOffset Date, Func<string, string> Sanitize)
{
    /// <summary>Null for a pattern that Hugo refuses, or that is not known here.</summary>
    public string? Expand(string pattern)
    {
        var isKnown = true;
        var expanded = Attribute().Replace(pattern, found =>
        {
            var value = Value(found.Value[1..]);
            isKnown &= value is not null;
            return value ?? "";
        });
        // Hugo unescapes the whole as a query's value.
        return isKnown && !expanded.Contains('%') ? expanded.Replace('+', ' ') : null;
    }

    private string? Value(string attribute) => attribute switch
    {
        "year" => Date.Year.ToString(CultureInfo.InvariantCulture),
        "month" => Dated("MM"),
        "monthname" => Dated("MMMM"),
        "day" => Dated("dd"),
        "weekday" => ((int)Date.DayOfWeek).ToString(CultureInfo.InvariantCulture),
        "weekdayname" => Dated("dddd"),
        "yearday" => Date.DayOfYear.ToString(CultureInfo.InvariantCulture),
        "section" => Place.Section,
        "sections" => string.Join('/', Place.Sections),
        "title" => Sanitize(Title),
        "slug" => Sanitize(Slug.Length > 0 ? Slug : Title),
        "slugorfilename" => Sanitize(Slug.Length > 0 ? Slug : FileName),
        "filename" => Sanitize(FileName),
        _ when attribute.StartsWith("sections[", StringComparison.Ordinal) => string.Join('/', Cut(attribute["sections[".Length..^1].ToLowerInvariant())),
        _ => null,
    };

    private string FileName => Place.Name == "index" ? Place.Folders[^1] : Place.Name;

    private string Dated(string form) => Date.ToString(form, CultureInfo.InvariantCulture);

    /// <summary><c>1</c>, <c>last</c>, <c>1:</c>, <c>:2</c>: of the sections.</summary>
    private IReadOnlyList<string> Cut(string range)
    {
        var sections = Place.Sections;
        int At(string written, int open) => written.Length == 0 ? open : written == "last" ? sections.Count - 1
            : int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, sections.Count) : 0;
        var ends = range.Split(':');
        var from = At(ends[0], 0);
        var to = ends.Length > 1 ? At(ends[1], sections.Count) : from + 1;
        return sections.Count == 0 || from >= to ? [] : [.. sections.Skip(from).Take(to - from)];
    }

    [GeneratedRegex(@":[0-9A-Za-z_]+(\[.+?\])?")]
    private static partial Regex Attribute();
}
