namespace NewsroomPortal.Foundation.Rendering.Emphasis;

/// <summary>
/// How far back pairing goes: not bounded at all, or down to the delimiter that was last when a bracket opened.
/// There may have been none then, which goldmark does not treat like "not bounded" (a typed nil in its Go).
/// </summary>
readonly record struct DelimiterBottom(bool IsSet, Delimiter? Delimiter)
{
    public static DelimiterBottom None => default;
}
