namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What a reader of one format found between the fences.</summary>
/// <param name="Root">A map of all fields; none where there is an error.</param>
internal sealed record FieldReading(FrontMatterError? Error, ValueNode Root)
{
    /// <summary>UTF-16 units between the fences.</summary>
    public const int MostUnits = 64 * 1024;

    /// <summary>Levels of lists and maps in a value.</summary>
    public const int MostDepth = 20;

    private static readonly ValueNode Nothing = ValueNode.Map([], ValueStyle.Block, 0, 0) with { Growth = new(0, "") };

    public static FieldReading None { get; } = new(null, Nothing);

    public static FieldReading Of(string text, Fences fences) =>
        fences.Format == FrontMatterFormat.None ? None
        : fences.End - fences.Start > MostUnits
            ? Wrong(text, fences.Start, "hugo.front-matter.too-long", $"{fences.End - fences.Start} units, at most {MostUnits} are read")
        : fences.Format switch
        {
            FrontMatterFormat.Toml => TomlReader.Read(text, fences.Start, fences.End),
            FrontMatterFormat.Json => JsonReader.Read(text, fences.Start, fences.End),
            _ => YamlReader.Read(text, fences.Start, fences.End),
        };

    public static FieldReading Wrong(string text, int at, string word, string detail)
    {
        at = Math.Clamp(at, 0, text.Length);
        return new(new(1 + text.AsSpan(0, at).Count('\n'), 1 + at - (text.AsSpan(0, at).LastIndexOf('\n') + 1), word, detail), Nothing);
    }

    /// <summary>
    /// Of several fields of one key Hugo takes the last; of spellings that differ in their capitals one that has any, since it writes
    /// those over the name in small letters (<c>maps.PrepareParams</c>; tried with Hugo 0.111).
    /// </summary>
    public static void MarkDuplicates(List<Field> fields)
    {
        var isCased = fields is [{ IsCased: true }, ..];
        var seen = new Dictionary<string, int>(isCased ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        for (var index = fields.Count - 1; index >= 0; index--)
        {
            if (seen.TryAdd(fields[index].Key, index))
                continue;
            var taken = seen[fields[index].Key];
            var wins = !isCased && HasCapitals(fields[index].Key) && !HasCapitals(fields[taken].Key);
            var unseen = wins ? taken : index;
            seen[fields[index].Key] = wins ? index : taken;
            fields[unseen] = fields[unseen] with { IsDuplicate = true };
        }
    }

    private static bool HasCapitals(string key) => key.Any(char.IsUpper);
}

/// <summary>Where and why a value cannot be read.</summary>
internal sealed class ReadingFault(int at, string word, string detail) : FormatException(detail)
{
    /// <summary>A position in the whole file's text.</summary>
    public int At { get; } = at;

    public string Word { get; } = word;
}
