using System.Net;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Code;

/// <summary>What follows the opening fence. Hugo writes the language as it stands, backslashes too, and the browser resolves its references.</summary>
static class FenceInfo
{
    public static bool Read(BlockProcessor processor, ref StringSlice line, IFencedBlock block, char fence)
    {
        var info = line.AsSpan().Trim();
        if (fence == '`' && info.Contains('`'))
            return false;
        var space = info.IndexOf(' ');
        block.Info = WebUtility.HtmlDecode((space < 0 ? info : info[..space]).ToString());
        if (info.IndexOf('{') is >= 0 and var brace)
            block.Arguments = info[brace..].ToString();
        return true;
    }
}
