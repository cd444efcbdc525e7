using System.Buffers;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Code;
using NewsroomPortal.Foundation.Rendering.Emphasis;
using NewsroomPortal.Foundation.Rendering.Footnotes;
using NewsroomPortal.Foundation.Rendering.Linkify;
using NewsroomPortal.Foundation.Rendering.Links;
using NewsroomPortal.Foundation.Rendering.RawHtml;
using NewsroomPortal.Foundation.Rendering.Tasks;
using NewsroomPortal.Foundation.Rendering.Text;
using NewsroomPortal.Foundation.Rendering.Typography;

namespace NewsroomPortal.Foundation.Rendering.Inlines;

/// <summary>
/// A leaf's text being read into inlines, line by line. After goldmark 1.5.4, <c>parser.parseBlock</c>
/// (MIT licence, © 2019 Yusuke Inuzuka): the order in which parsers are asked, and when, is its order.
/// Text keeps its backslashes and references; they are resolved when it is written.
/// </summary>
sealed class InlineReading
{
    const string Punctuation = "\\*_~![]<>`'\"-.";
    static readonly SearchValues<char> Triggers = SearchValues.Create(Punctuation);
    static readonly SearchValues<char> TriggersWithLinks = SearchValues.Create(Punctuation + " \t(");

    SearchValues<char> triggers = Triggers;

    public InlineReading(RenderContext context)
    {
        Context = context;
        Delimiters = new Delimiters(this);
        Links = new LinkLabels(this);
        Linkifier = new Linkifier(this);
        Typographer = new Typographer(this);
    }

    public string Text { get; private set; } = "";

    public int Start { get; private set; }

    /// <summary>Exclusive.</summary>
    public int End { get; private set; }

    public ContainerInline Root { get; private set; } = null!;

    public LeafBlock Block { get; private set; } = null!;

    public RenderContext Context { get; }

    /// <summary>Where parsers read. One that finds something moves it past that; one that finds nothing leaves it.</summary>
    public int Position { get; set; }

    public Delimiters Delimiters { get; }

    public LinkLabels Links { get; }

    Linkifier Linkifier { get; }

    Typographer Typographer { get; }

    /// <summary>From the position to the end of its line, line feed included.</summary>
    public ReadOnlySpan<char> Line
    {
        get
        {
            var rest = Text.AsSpan(Position, End - Position);
            var feed = rest.IndexOf('\n');
            return feed < 0 ? rest : rest[..(feed + 1)];
        }
    }

    public ReadOnlySpan<char> Rest => Text.AsSpan(Position, End - Position);

    /// <summary>Reads a leaf. One reading serves all leaves of a body, one after the other: they are many, and most are short.</summary>
    public void Read(StringSlice text, ContainerInline root, LeafBlock block)
    {
        (Text, Start, End, Root, Block, Position) = (text.Text, text.Start, text.End + 1, root, block, text.Start);
        Linkifier.LookAhead();
        // Splitting at every space is dear, and needed only where a bare address may follow it.
        triggers = Linkifier.MayFindLinks ? TriggersWithLinks : Triggers;
        while (Position < End)
            ReadLine();
        Delimiters.Pair(DelimiterBottom.None);
        Links.End();
    }

    /// <summary>Adds text to the end of the root, grown onto the text before it where they touch: references may span both.</summary>
    public void AppendText(int from, int to)
    {
        if (from >= to)
            return;
        if (Root.LastChild is LiteralInline last && last.Content.End + 1 == from)
            last.Content.End = to - 1;
        else
            Root.AppendChild(new LiteralInline { Content = new StringSlice(Text, from, to - 1) });
    }

    public void ReplaceByText(Inline inline, int from, int to)
    {
        if (inline.PreviousSibling is LiteralInline last && last.Content.End + 1 == from)
        {
            last.Content.End = to - 1;
            inline.Remove();
        }
        else if (from < to)
        {
            inline.ReplaceBy(new LiteralInline { Content = new StringSlice(Text, from, to - 1) }, copyChildren: false);
        }
        else
        {
            inline.Remove();
        }
    }

    /// <summary>Reads up to the next inline that a parser finds, or to the end of the line.</summary>
    void ReadLine()
    {
        var lineStart = Position;
        var line = Line;
        var (length, lineBreak) = MeasureBreak(line);
        var textStart = lineStart;
        var escaped = false;
        for (var i = 0; i < length; i++)
        {
            if (i > 0 && !escaped)
            {
                var next = line[i..length].IndexOfAny(triggers);
                if (next < 0)
                    break;
                i += next;
            }
            var c = line[i];
            if (i == 0 || (Characters.IsPunctuation(c) && !escaped) || Characters.IsSpace(c))
            {
                Context.Budget.Check();
                AppendText(textStart, lineStart + i);
                textStart = Position = lineStart + i;
                if (Parse(Characters.IsPunctuation(c) ? c : ' ') is { } inline)
                {
                    Root.AppendChild(inline);
                    return;
                }
            }
            escaped = !escaped && c == '\\';
        }
        EndLine(textStart, lineStart + length, lineBreak);
        Position = lineStart + line.Length;
    }

    enum Break { None, Soft, Hard, Backslash }

    /// <summary>How much of the line is text, and what ends it.</summary>
    static (int Length, Break Break) MeasureBreak(ReadOnlySpan<char> line) => line switch
    {
        [.., not '\\', '\\', '\n'] or ['\\', '\n'] => (line.Length - 2, Break.Backslash),
        [.., ' ', ' ', '\n'] => (line.Length - 3, Break.Hard),
        [.., '\n'] => (line.Length - 1, Break.Soft),
        _ => (line.Length, Break.None),
    };

    void EndLine(int textStart, int textEnd, Break lineBreak)
    {
        if (lineBreak != Break.Backslash && textEnd > textStart && Characters.IsSpace(Text[textEnd - 1]))
            textEnd -= CountTrimmed(Text.AsSpan(textStart, textEnd - textStart));
        AppendText(textStart, textEnd);
        if (lineBreak != Break.None)
            Root.AppendChild(new LineBreakInline { IsHard = lineBreak != Break.Soft });
    }

    /// <summary>One space only: goldmark, looking for addresses, has stopped at each, and trims what it has not yet taken.</summary>
    int CountTrimmed(ReadOnlySpan<char> text) => Context.Settings.Linkify ? 1 : text.Length - text.TrimEnd(Characters.Spaces).Length;

    Inline? Parse(char trigger) => trigger switch
    {
        ' ' or '(' => Linkifier.Read(),
        '*' or '_' => Delimiters.Read(1),
        '~' => (Context.Settings.Strikethrough ? Delimiters.Read(2) : null) ?? Linkifier.Read(),
        '[' => TaskBox.Read(this) ?? FootnoteReference.Read(this) ?? Links.Open(),
        '!' => FootnoteReference.Read(this) ?? Links.Open(),
        ']' => Links.Close(),
        '<' => AngleLink.Read(this) ?? RawHtmlTag.Read(this) ?? Typographer.Read(),
        '`' => CodeSpan.Read(this),
        '\'' or '"' or '-' or '.' or '>' => Typographer.Read(),
        _ => null,
    };
}
