using System.Text.RegularExpressions;

namespace NewsroomPortal.Foundation.Rendering.Code;

/// <summary>One rule of a Chroma lexer: what it matches, and which of it comes out, whatever its colour.</summary>
/// <param name="pattern">White space and word characters are Go's: written out, ASCII only.</param>
/// <param name="byGroups">The groups come out one after the other, one within another twice; else the whole match.</param>
/// <param name="inline">The group that the lexer's inline rules read first.</param>
/// <param name="code">The group that the lexer of the language named by the second group reads first.</param>
sealed class CodeRule(string pattern, bool byGroups = false, int inline = 0, int code = 0)
{
    /// <summary>After which Chroma, too, gives up.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    readonly Regex regex = new($"\\G(?:{pattern})", RegexOptions.Multiline | RegexOptions.CultureInvariant, Longest);

    public bool ByGroups { get; } = byGroups;

    public int Inline { get; } = inline;

    public int Code { get; } = code;

    public Match Match(string text, int at) => regex.Match(text, at);
}
