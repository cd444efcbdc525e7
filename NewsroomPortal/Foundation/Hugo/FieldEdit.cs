using System.Diagnostics.CodeAnalysis;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>The change that gives a field its value, or the word key of why there is none: exactly one of the two.</summary>
/// <param name="Change">Against the whole file's text; empty where the field has the value already.</param>
/// <param name="Refusal">Where Change is null.</param>
public sealed record FieldEdit(ChangeSet? Change, string? Refusal)
{
    [MemberNotNullWhen(true, nameof(Change))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Change is not null;
}
