namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What a file's text does not say about its bytes.</summary>
/// <param name="Bom">Whether it begins with a byte order mark.</param>
/// <param name="NewLine">What it writes for the text's <c>\n</c>: <c>\n</c> or <c>\r\n</c>. A file with mixed endings has <c>\n</c> and keeps its <c>\r</c> in the text.</param>
public sealed record FileShape(bool Bom, string NewLine)
{
    /// <summary>Of a file that the newsroom makes.</summary>
    public static FileShape New { get; } = new(false, "\n");
}
