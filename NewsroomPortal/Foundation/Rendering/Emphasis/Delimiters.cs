using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Inlines;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Emphasis;

/// <summary>
/// Emphasis, strong and strikethrough. After goldmark 1.5.4, <c>parser/delimiter.go</c> (MIT licence, © 2019 Yusuke Inuzuka).
/// No CJK-friendly emphasis: <c>**「…」**字</c> is not bold in Hugo, so it is not here.
/// </summary>
sealed class Delimiters(InlineReading reading)
{
    Delimiter? first;

    public Delimiter? Last { get; private set; }

    /// <summary>Whether a run could open or close a span, by the characters around it.</summary>
    public static (bool CanOpen, bool CanClose) Flanks(System.Text.Rune before, System.Text.Rune after, bool withinWords)
    {
        bool beforeIsPunctuation = Characters.IsPunctuation(before), beforeIsSpace = System.Text.Rune.IsWhiteSpace(before);
        bool afterIsPunctuation = Characters.IsPunctuation(after), afterIsSpace = System.Text.Rune.IsWhiteSpace(after);
        var isLeft = !afterIsSpace && (!afterIsPunctuation || beforeIsSpace || beforeIsPunctuation);
        var isRight = !beforeIsSpace && (!beforeIsPunctuation || afterIsSpace || afterIsPunctuation);
        return withinWords
            ? (isLeft, isRight)
            : (isLeft && (!isRight || beforeIsPunctuation), isRight && (!isLeft || afterIsPunctuation));
    }

    public Inline? Read(int fewest)
    {
        var line = reading.Line;
        var c = line[0];
        var length = line.IndexOfAnyExcept(c);
        if (length < 0)
            length = line.Length;
        if (length < fewest)
            return null;
        var before = Characters.Before(reading.Text, reading.Start, reading.Position);
        var (canOpen, canClose) = Flanks(before, Characters.At(line, length), withinWords: c != '_');
        var delimiter = new Delimiter
        {
            Char = c,
            Start = reading.Position,
            OriginalLength = length,
            Length = length,
            CanOpen = canOpen,
            CanClose = canClose,
            Previous = Last,
        };
        if (Last is null)
            first = delimiter;
        else
            Last.Next = delimiter;
        Last = delimiter;
        reading.Position += length;
        return delimiter;
    }

    /// <summary>Turns pairs above the bottom into spans, and what is left into text.</summary>
    public void Pair(DelimiterBottom bottom)
    {
        if (Last is null)
            return;
        for (var closer = FirstCloser(bottom); closer is not null;)
        {
            reading.Context.Budget.Check();
            if (!closer.CanClose)
            {
                closer = closer.Next;
                continue;
            }
            var (opener, consumption, maybeOpener) = FindOpener(closer, bottom);
            if (opener is not null)
            {
                closer = Join(opener, closer, consumption);
                continue;
            }
            var next = closer.Next;
            if (!maybeOpener && !closer.CanOpen)
                Remove(closer);
            closer = next;
        }
        RemoveAbove(bottom);
    }

    Delimiter? FirstCloser(DelimiterBottom bottom)
    {
        if (!bottom.IsSet)
            return first;
        Delimiter? found = null;
        if (bottom.Delimiter == Last)
            return found;
        for (var inline = Last!.PreviousSibling; inline is not null && inline != bottom.Delimiter; inline = inline.PreviousSibling)
        {
            reading.Context.Budget.Check();
            found = inline as Delimiter ?? found;
        }
        return found;
    }

    (Delimiter? Opener, int Consumption, bool MaybeOpener) FindOpener(Delimiter closer, DelimiterBottom bottom)
    {
        var maybeOpener = false;
        for (var opener = closer.Previous; opener is not null && opener != bottom.Delimiter; opener = opener.Previous)
        {
            reading.Context.Budget.Check();
            if (!opener.CanOpen || opener.Char != closer.Char)
                continue;
            maybeOpener = true;
            if (opener.Consumption(closer) is > 0 and var consumption)
                return (opener, consumption, true);
        }
        return (null, 0, maybeOpener);
    }

    /// <returns>The closer to go on with.</returns>
    Delimiter? Join(Delimiter opener, Delimiter closer, int consumption)
    {
        opener.Length -= consumption;
        closer.Length -= consumption;
        var span = new EmphasisInline { DelimiterChar = opener.Char, DelimiterCount = consumption };
        for (var child = opener.NextSibling; child is not null && child != closer;)
        {
            var next = child.NextSibling;
            child.Remove();
            span.AppendChild(child);
            child = next;
        }
        opener.InsertAfter(span);
        for (var between = opener.Next; between is not null && between != closer;)
        {
            var next = between.Next;
            Remove(between);
            between = next;
        }
        if (opener.Length == 0)
            Remove(opener);
        if (closer.Length > 0)
            return closer;
        var following = closer.Next;
        Remove(closer);
        return following;
    }

    void RemoveAbove(DelimiterBottom bottom)
    {
        for (Inline? inline = Last; inline is not null && inline != bottom.Delimiter;)
        {
            reading.Context.Budget.Check();
            var previous = inline.PreviousSibling;
            if (inline is Delimiter delimiter)
                Remove(delimiter);
            inline = previous;
        }
    }

    void Remove(Delimiter delimiter)
    {
        if (delimiter.Previous is null)
            first = delimiter.Next;
        else
            delimiter.Previous.Next = delimiter.Next;
        if (delimiter.Next is null)
            Last = delimiter.Previous;
        else
            delimiter.Next.Previous = delimiter.Previous;
        (delimiter.Previous, delimiter.Next) = (null, null);
        reading.ReplaceByText(delimiter, delimiter.Start, delimiter.Start + delimiter.Length);
    }
}
