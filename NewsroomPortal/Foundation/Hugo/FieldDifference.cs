namespace NewsroomPortal.Foundation.Hugo;

/// <summary>A field that reads differently in two texts.</summary>
/// <param name="Key">As the newer text writes it; as the older one does where the field is gone.</param>
/// <param name="Old">As Hugo would print it; null where there was no such field. Of lists and maps their source.</param>
/// <param name="New">Likewise.</param>
/// <param name="Added">Of two lists of single values, the items that only the newer one has.</param>
/// <param name="Removed">And those that only the older one has.</param>
public sealed record FieldDifference(string Key, string? Old, string? New, IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    /// <summary>Lists are told by what came and went.</summary>
    public bool IsOfItems => Added.Count + Removed.Count > 0;

    /// <summary>In the order of the newer text, those that are gone last; none where either front matter cannot be read.</summary>
    public static IReadOnlyList<FieldDifference> Between(FrontMatter old, FrontMatter @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        if (old.Error is not null || @new.Error is not null)
        {
            return [];
        }
        var changed = Seen(@new).Select(field => Between(field.Key, old, old[field.Key], @new, field)).OfType<FieldDifference>();
        var gone = Seen(old).Where(field => @new[field.Key] is null).Select(field => Between(field.Key, old, field, @new, null)!);
        return [.. changed, .. gone];
    }

    private static IEnumerable<Field> Seen(FrontMatter front) => front.Fields.Where(field => !field.IsDuplicate);

    private static FieldDifference? Between(string key, FrontMatter oldFront, Field? old, FrontMatter newFront, Field? @new)
    {
        var (before, after) = (Say(oldFront, old), Say(newFront, @new));
        if (old is not null && @new is not null && (old.Node.Meaning == @new.Node.Meaning || before == after && old.IsOn == @new.IsOn && old.IsNested == @new.IsNested && IsList(old) == IsList(@new)))
        {
            return null;
        }
        var areLists = (old is null || IsList(old)) && (@new is null || IsList(@new));
        return areLists
            ? new(key, before, after, [.. Items(@new).Except(Items(old))], [.. Items(old).Except(Items(@new))])
            : new(key, before, after, [], []);
    }

    private static bool IsList(Field field) => field.Kind == ValueKind.List && !field.IsNested;

    private static IReadOnlyList<string> Items(Field? field) => field?.Items ?? [];

    private static string? Say(FrontMatter front, Field? field) => field switch
    {
        null => null,
        { IsNested: true } => front.FileText[field.ValueStart..field.ValueEnd].Trim(),
        _ when IsList(field) => string.Join(", ", field.Items),
        _ => field.Text,
    };
}
