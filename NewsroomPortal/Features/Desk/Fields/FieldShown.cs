using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Desk.Fields;

/// <summary>
/// What the form showed of a field when somebody began to edit it; the act compares it with the field as it is by then.
/// A kind of null: the key was not there, the site's default counted.
/// </summary>
public sealed record FieldShown(ValueKind? Kind, string Text, IReadOnlyList<string> Items)
{
    public static FieldShown Absent { get; } = new(null, "", []);

    public static FieldShown Of(Field? field) => field is null ? Absent : new(field.Kind, field.Text, field.Items);

    public bool IsAbsent => Kind is null;

    public bool? IsOn => Kind == ValueKind.Switch ? Text == "true" : null;

    /// <summary>The same to whoever looks at the form: how a text is quoted is not seen there, whether a "true" is a switch is.</summary>
    public bool LooksLike(FieldShown other) =>
        IsAbsent == other.IsAbsent && Text == other.Text && IsOn == other.IsOn && Items.SequenceEqual(other.Items);
}
