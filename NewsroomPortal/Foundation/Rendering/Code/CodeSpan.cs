using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Inlines;
using NewsroomPortal.Foundation.Rendering.Tables;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Code;

/// <summary>Code between backticks. After goldmark 1.5.4, <c>parser/code_span.go</c> (MIT licence, © 2019 Yusuke Inuzuka).</summary>
static class CodeSpan
{
    public static Inline Read(InlineReading reading)
    {
        var text = reading.Rest;
        var ticks = CountTicks(text, 0);
        for (var at = ticks; at < text.Length;)
        {
            var next = text[at..].IndexOf('`');
            if (next < 0)
                break;
            at += next;
            var closing = CountTicks(text, at);
            if (closing == ticks)
            {
                reading.Position += at + closing;
                return new CodeInline(Unescape(Trim(text[ticks..at]).ToString(), reading.Block));
            }
            at += closing;
        }
        // Without a partner the ticks are text, all of them at once.
        var start = reading.Position;
        reading.Position += ticks;
        return new LiteralInline { Content = new StringSlice(reading.Text, start, start + ticks - 1) };
    }

    static int CountTicks(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExcept('`');
        return length < 0 ? text.Length - start : length;
    }

    /// <summary>One space or line end at both ends makes room for ticks and is no part of the code.</summary>
    static ReadOnlySpan<char> Trim(ReadOnlySpan<char> code) =>
        !Characters.IsBlank(code) && code[0] is ' ' or '\n' && code[^1] is ' ' or '\n' ? code[1..^1] : code;

    /// <summary>In a table's cell even code escapes its pipes.</summary>
    static string Unescape(string code, LeafBlock block) =>
        block.Parent is AlignedCell ? code.Replace("\\|", "|", StringComparison.Ordinal) : code;
}
