using System.Globalization;
using System.Text;
using NewsroomPortal.Foundation.Rendering.Budget;

namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>
/// A body whose shortcodes are taken out before its Markdown is read and put back into the HTML, as Hugo does it:
/// in the meantime each is a mark that Markdown sees as a word.
/// </summary>
sealed class ShortcodeText
{
    public const char Open = '\uE0F0', Close = '\uE0F1';

    readonly List<Shortcode> shortcodes = [];
    readonly List<(int Line, int Lines)> swallowed = [];

    ShortcodeText(string marked) => Marked = marked;

    /// <summary>The body with marks.</summary>
    public string Marked { get; private set; }

    public IReadOnlyList<Shortcode> Shortcodes => shortcodes;

    public static ShortcodeText Of(string body, RenderBudget budget)
    {
        var text = new ShortcodeText(body);
        if (body.Contains("{{", StringComparison.Ordinal))
            text.Mark(body, budget);
        return text;
    }

    /// <summary>The mark of a shortcode, wherever it stands in the text.</summary>
    public static string MarkOf(int index) => string.Create(CultureInfo.InvariantCulture, $"{Open}{index}{Close}");

    /// <summary>The body's line for a first line of the marked text: a shortcode of several lines is one mark.</summary>
    public int FirstLine(int line) => line + swallowed.Where(shortcode => shortcode.Line < line).Sum(shortcode => shortcode.Lines);

    /// <summary>The same for a last line, which includes all of a shortcode on it.</summary>
    public int LastLine(int line) => line + swallowed.Where(shortcode => shortcode.Line <= line).Sum(shortcode => shortcode.Lines);

    void Mark(string body, RenderBudget budget)
    {
        var marked = new StringBuilder(body.Length);
        var (copied, line) = (0, 0);
        for (var at = 0; (at = body.IndexOf("{{", at, StringComparison.Ordinal)) >= 0;)
        {
            budget.Check();
            if (Uncomment(body, at) is { } comment)
            {
                Copy(body.AsSpan(copied, at - copied));
                marked.Append(comment.Text);
                at = copied = comment.End;
                line += comment.Text.AsSpan().Count('\n');
                continue;
            }
            if (ReadAt(body, at, budget) is not { } found)
            {
                at += 2;
                continue;
            }
            Copy(body.AsSpan(copied, at - copied));
            marked.Append(MarkOf(shortcodes.Count));
            shortcodes.Add(found.Shortcode);
            var lines = body.AsSpan(at, found.End - at).Count('\n');
            if (lines > 0)
                swallowed.Add((line, lines));
            at = copied = found.End;
        }
        Copy(body.AsSpan(copied));
        Marked = marked.ToString();

        void Copy(ReadOnlySpan<char> text)
        {
            marked.Append(text);
            line += text.Count('\n');
        }
    }

    /// <summary><c>{{&lt;/* x */&gt;}}</c> shows a shortcode instead of calling it.</summary>
    static (string Text, int End)? Uncomment(string body, int at)
    {
        var isAngle = string.CompareOrdinal(body, at, "{{</*", 0, 5) == 0;
        if (!isAngle && string.CompareOrdinal(body, at, "{{%/*", 0, 5) != 0)
            return null;
        var end = body.IndexOf(isAngle ? "*/>}}" : "*/%}}", at, StringComparison.Ordinal);
        return end < 0 ? null : ($"{body.AsSpan(at, 3)}{body.AsSpan(at + 5, end - at - 5)}{body.AsSpan(end + 2, 3)}", end + 5);
    }

    static (Shortcode Shortcode, int End)? ReadAt(string body, int at, RenderBudget budget)
    {
        if (at + 3 > body.Length || body[at + 2] is not ('<' or '%'))
            return null;
        var scanner = new ShortcodeScanner(body, at);
        if (scanner.Read() is not { } shortcode)
            return null;
        if (shortcode.IsClosing || !(shortcode.IsInline || shortcode.Name == "highlight"))
            return (shortcode, scanner.End);
        return TakeInner(body, shortcode, scanner.End, budget) ?? (shortcode, scanner.End);
    }

    static (Shortcode, int)? TakeInner(string body, Shortcode shortcode, int start, RenderBudget budget)
    {
        for (var at = start; (at = body.IndexOf("{{", at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            budget.Check();
            if (at + 3 > body.Length || body[at + 2] is not ('<' or '%'))
                continue;
            var scanner = new ShortcodeScanner(body, at);
            if (scanner.Read() is { IsClosing: true } closing && closing.Name == shortcode.Name)
                return (shortcode with { Inner = body[start..at] }, scanner.End);
        }
        return null;
    }
}
