namespace NewsroomPortal.Foundation.Hugo;

/// <summary>One step into a value: a key of a map, or the place of an item in a list, from 0.</summary>
public readonly record struct FieldStep
{
    private FieldStep(string? key, int index)
    {
        Key = key;
        Index = index;
    }

    /// <summary>Null where the step is an index.</summary>
    public string? Key { get; }

    public int Index { get; }

    public static implicit operator FieldStep(string key) => new(key, 0);

    public static implicit operator FieldStep(int index) => new(null, index);

    public override string ToString() => Key ?? $"[{Index}]";
}

/// <summary>Where a value stands in the front matter: a key of the first level, and any steps into what it holds. Keys may hold dots, and are not taken apart.</summary>
public sealed class FieldPath : IEquatable<FieldPath>
{
    private FieldPath(IReadOnlyList<FieldStep> steps) => Steps = steps;

    /// <summary>At least one; the first is a key.</summary>
    public IReadOnlyList<FieldStep> Steps { get; }

    public static FieldPath Of(string key, params IEnumerable<FieldStep> steps) => new([key, .. steps]);

    public static implicit operator FieldPath(string key) => Of(key);

    public FieldPath Then(FieldStep step) => new([.. Steps, step]);

    public bool Equals(FieldPath? other) => other is not null && Steps.SequenceEqual(other.Steps);

    public override bool Equals(object? obj) => Equals(obj as FieldPath);

    public override int GetHashCode() => Steps.Aggregate(0, HashCode.Combine);

    /// <summary>For people: <c>resources[0].title</c>.</summary>
    public override string ToString() => string.Concat(Steps.Select((step, at) => at > 0 && step.Key is not null ? "." + step : step.ToString()));
}
