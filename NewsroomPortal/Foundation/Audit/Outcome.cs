using System.Diagnostics.CodeAnalysis;

namespace NewsroomPortal.Foundation.Audit;

/// <summary>Why an act was refused: a word key and the values that its text names, in order of its placeholders {0}, {1}…</summary>
public sealed record Refusal(string Word, params object[] Values)
{
    public bool Equals(Refusal? other) => other is not null && Word == other.Word && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Word, Values.Length);

    public override string ToString() => Values.Length == 0 ? Word : $"{Word} ({string.Join(", ", Values)})";
}

/// <summary>What became of an act: done, or refused with a reason. Expected refusals are values, since an exception ends a circuit.</summary>
public sealed record Outcome(Refusal? Refusal)
{
    public static Outcome Done { get; } = new((Refusal?)null);

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    public static Outcome Refused(string word, params object[] values) => new(new Refusal(word, values));

    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>As <see cref="Outcome"/>, with a value when done.</summary>
public sealed record Outcome<T>(T? Value, Refusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
