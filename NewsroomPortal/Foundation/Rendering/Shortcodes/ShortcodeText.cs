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
        // An author's own are no marks.
        body = body.Replace(Open, '\uFFFD').Replace(Close, '\uFFFD');
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
        var tags = new ShortcodeTags(body, budget);
        var marked = new StringBuilder(body.Length);
        var (copied, line) = (0, 0);
        for (var i = 0; i < tags.Count; i++)
        {
            var (at, end, shortcode, shown) = tags[i];
            Copy(body.AsSpan(copied, at - copied));
            if (shortcode is null)
            {
                Copy(shown);
            }
            else
            {
                if (shortcode.TakesInner && tags.Closing(i) is { } closing)
                {
                    shortcode = shortcode with { Inner = body[end..tags[closing].At] };
                    (i, end) = (closing, tags[closing].End);
                }
                Add(shortcode, body.AsSpan(at, end - at).Count('\n'));
            }
            copied = end;
        }
        Copy(body.AsSpan(copied));
        Marked = marked.ToString();

        void Add(Shortcode shortcode, int lines)
        {
            marked.Append(MarkOf(shortcodes.Count));
            shortcodes.Add(shortcode);
            if (lines > 0)
                swallowed.Add((line, lines));
        }

        void Copy(ReadOnlySpan<char> text)
        {
            marked.Append(text);
            line += text.Count('\n');
        }
    }
}
