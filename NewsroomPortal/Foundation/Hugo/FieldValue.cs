using System.Globalization;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>A value to give a field.</summary>
public abstract record FieldValue
{
    private FieldValue()
    {
    }

    /// <summary>The field reads so already, for whoever only sees its text: a plain <c>2024</c> holds the text "2024", an empty value holds "".</summary>
    internal abstract bool IsHeldBy(Field field);

    /// <summary>The field reads as exactly this, kind and all.</summary>
    internal abstract bool IsExactlyIn(Field field);

    /// <summary>A string, whatever it looks like.</summary>
    public sealed record Text(string Value) : FieldValue
    {
        internal override bool IsHeldBy(Field field) => field.Node.IsSingle && field.Text == Value;

        internal override bool IsExactlyIn(Field field) => field.Kind == ValueKind.Text && field.Text == Value;
    }

    /// <summary>A date as it is to be written (see <c>HugoDate</c>); unquoted where the field's is.</summary>
    public sealed record Date(string Written) : FieldValue
    {
        internal override bool IsHeldBy(Field field) => field.Node.IsSingle && field.Text == Written;

        internal override bool IsExactlyIn(Field field) =>
            field.Kind is ValueKind.Text or ValueKind.Date && field.Text == Written;
    }

    /// <summary>Written without quotes: Hugo's themes take a quoted "false" for true.</summary>
    public sealed record Switch(bool IsOn) : FieldValue
    {
        internal override bool IsHeldBy(Field field) => field.IsOn == IsOn;

        internal override bool IsExactlyIn(Field field) => IsHeldBy(field);
    }

    public sealed record Number(decimal Value) : FieldValue
    {
        internal override bool IsHeldBy(Field field) =>
            field.Kind == ValueKind.Number
            && decimal.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var held) && held == Value;

        internal override bool IsExactlyIn(Field field) => IsHeldBy(field);
    }

    /// <summary>A list of strings; none writes <c>[]</c>.</summary>
    public sealed record Items(IReadOnlyList<string> Values) : FieldValue
    {
        internal override bool IsHeldBy(Field field) =>
            IsExactlyIn(field) || field.Kind == ValueKind.Null && Values.Count == 0;

        internal override bool IsExactlyIn(Field field) => field.Node.IsListOfSingles && field.Items.SequenceEqual(Values);
    }

    /// <summary>A map of one key, which is made on the way to a value in it.</summary>
    internal sealed record Branch(string Key, FieldValue Value) : FieldValue
    {
        internal override bool IsHeldBy(Field field) => IsExactlyIn(field);

        internal override bool IsExactlyIn(Field field) =>
            field.Node is { Kind: ValueKind.Map, Members: [var only] } && only.Key == Key && Value.IsExactlyIn(only);
    }
}
