using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// Where a content file lies in the site folder: relative, <c>/</c> between the parts, ending in <c>.md</c>; safe to use on
/// Linux, macOS and Windows.
/// </summary>
public sealed record ContentPath
{
    /// <summary>Where a new story goes unless the settings say otherwise.</summary>
    public const string DefaultPattern = "content/post/{year}/{month}/{slug}.md";

    private const int MostBytesOfPart = 255;
    private const int MostUnits = 1024;

    private static readonly SearchValues<char> Unsafe = SearchValues.Create("\\:*?\"<>|%#");

    /// <summary>The names of files that no page is made of are never part of an address that Hugo writes.</summary>
    private static readonly SearchValues<char> UnsafeOnDisk = SearchValues.Create("\\:*?\"<>|");

    private ContentPath(string value) => Value = value;

    /// <summary>Normalised to NFC, as written otherwise.</summary>
    public string Value { get; }

    /// <summary>Two paths that some file system would take for one have the same key: NFC, without capitals.</summary>
    public string Key => Value.ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormC);

    /// <summary>The file's name without <c>.md</c>.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Value);

    /// <summary>The path, or the word key of why it is none.</summary>
    public static (ContentPath? Path, string? Refusal) Read(string path) =>
        Refusal(path, isArticle: true) is { } refusal ? (null, refusal) : (new(path.Normalize(NormalizationForm.FormC)), null);

    /// <summary>
    /// The path of a file beside the articles, such as a picture: any ending, <c>%</c> and <c>#</c>, and a dot or <c>~</c> before the file's own name
    /// (<c>.gitkeep</c>); what else holds for articles holds here.
    /// </summary>
    public static (ContentPath? Path, string? Refusal) ReadOther(string path) =>
        Refusal(path, isArticle: false) is { } refusal ? (null, refusal) : (new(path.Normalize(NormalizationForm.FormC)), null);

    /// <summary>Fills in a pattern's <c>{year}</c>, <c>{month}</c>, <c>{day}</c> (in the newsroom's own zone) and <c>{slug}</c>.</summary>
    public static (ContentPath? Path, string? Refusal) From(string pattern, DateOnly day, string slug) =>
        Slug.Refusal(slug) is { } refusal
            ? (null, refusal)
            : Read(pattern
                .Replace("{year}", day.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{month}", day.Month.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{day}", day.Day.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{slug}", slug, StringComparison.Ordinal));

    public override string ToString() => Value;

    private static string? Refusal(string path, bool isArticle)
    {
        if (path.Length == 0)
            return "hugo.path.empty";
        if (path.Length > MostUnits)
            return "hugo.path.too-long";
        if (path[0] == '/' || path[0] == '\\' || path.Length > 1 && path[1] == ':')
            return "hugo.path.absolute";
        if (!IsWellFormed(path) || path.Any(IsInvisible))
            return "hugo.path.control-character";
        if (path.AsSpan().ContainsAny(isArticle ? Unsafe : UnsafeOnDisk))
            return "hugo.path.character";
        if (isArticle && !path.EndsWith(".md", StringComparison.Ordinal))
            return "hugo.path.not-markdown";
        var parts = path.Normalize(NormalizationForm.FormC).Split('/');
        return parts.Select((part, at) => PartRefusal(part, mayBeHidden: !isArticle && at == parts.Length - 1)).FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>Halves of surrogate pairs have no bytes in UTF-8, and cannot be normalised.</summary>
    private static bool IsWellFormed(string path) => !path.EnumerateRunes().Contains(Rune.ReplacementChar);

    private static bool IsInvisible(char unit) =>
        char.GetUnicodeCategory(unit)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string? PartRefusal(string part, bool mayBeHidden)
    {
        if (part.Length == 0 || part.Trim('.').Length == 0)
            return "hugo.path.traversal";
        if (part[0] == ' ' || !mayBeHidden && (part[0] is '.' or '~') || part[^1] is '.' or ' ' || part == ".md")
            return "hugo.path.edge";
        if (Encoding.UTF8.GetByteCount(part) > MostBytesOfPart)
            return "hugo.path.too-long";
        return IsReserved(part) ? "hugo.path.reserved" : null;
    }

    /// <summary>The names that Windows keeps for devices, whatever follows the first dot.</summary>
    private static bool IsReserved(string part)
    {
        var name = part.Split('.')[0].TrimEnd().ToUpperInvariant();
        return name is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$"
            || name.Length == 4 && (name.StartsWith("COM", StringComparison.Ordinal) || name.StartsWith("LPT", StringComparison.Ordinal))
                && "123456789¹²³".Contains(name[3], StringComparison.Ordinal);
    }
}
