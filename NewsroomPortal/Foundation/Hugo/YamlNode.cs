namespace NewsroomPortal.Foundation.Hugo;

/// <summary>How a value is written.</summary>
internal enum YamlStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
    Alias,
    Block,
    Flow,
}

/// <summary>
/// A value in the front matter; positions are in the whole file's text. Two that read the same, at any depth, have the same
/// Meaning within one process. Only a list has Items.
/// </summary>
internal sealed record YamlNode(
    ValueKind Kind, string Text, YamlStyle Style, int Start, int End, int Meaning, IReadOnlyList<YamlNode> Items)
{
    public bool IsSingle => Kind is not (ValueKind.List or ValueKind.Map);

    public bool IsListOfSingles => Kind == ValueKind.List && Items.All(item => item.IsSingle);
}
