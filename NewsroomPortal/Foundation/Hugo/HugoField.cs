namespace NewsroomPortal.Foundation.Hugo;

/// <summary>A field that the form knows.</summary>
/// <param name="Key">As Hugo's documents write it.</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="Group">Where it is shown.</param>
/// <param name="Allowed">The only values that the site's theme takes; empty where any will do.</param>
public sealed record HugoField(string Key, HugoFieldKind Kind, HugoFieldGroup Group, params IReadOnlyList<string> Allowed);
