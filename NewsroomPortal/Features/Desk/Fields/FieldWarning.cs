using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Desk.Fields;

/// <summary>What Hugo or the theme makes of a value that its writer may not expect.</summary>
/// <param name="Says">The words, with the remedy.</param>
/// <param name="Repair">What one press does about it; null where only a person can tell.</param>
public sealed record FieldWarning(Refusal Says, FieldRepair? Repair = null);

/// <summary>An edit of the field as any other.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Value">What the field is set to; null takes its key out.</param>
public sealed record FieldRepair(Refusal Label, FieldValue? Value);
