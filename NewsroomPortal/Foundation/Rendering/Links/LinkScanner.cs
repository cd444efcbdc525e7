using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Links;

/// <summary>Reads the parts of links and of link reference definitions. After goldmark 1.5.4, <c>parser/link.go</c> (MIT licence, © 2019 Yusuke Inuzuka).</summary>
ref struct LinkScanner(string text, int position, int end)
{
    public int Position { get; set; } = position;

    /// <summary>The character at the position, or NUL at the end.</summary>
    public readonly char Peek() => Position < end ? text[Position] : '\0';

    /// <summary>Reads <c>(destination "title")</c>; leaves the position where it was if there is none.</summary>
    public bool TryReadInlineLink(out LinkDestination destination)
    {
        var start = Position++;
        if (ReadInlineLink() is { } found)
        {
            destination = found;
            return true;
        }
        Position = start;
        destination = null!;
        return false;
    }

    /// <summary>Reads the rest of what an opener began, over line ends, and moves past the closer. Nesting is not allowed.</summary>
    /// <returns>What lies between, or null where the closer is missing.</returns>
    public string? FindClosure(char opener, char closer)
    {
        for (var at = Position; at < end; at++)
        {
            var c = text[at];
            if (c == '\\' && at + 1 < end && Characters.IsPunctuation(text[at + 1]))
            {
                at++;
            }
            else if (c == closer)
            {
                var between = text[Position..at];
                Position = at + 1;
                return between;
            }
            else if (c == opener)
            {
                return null;
            }
        }
        return null;
    }

    /// <returns>How many characters were skipped.</returns>
    public int SkipSpaces()
    {
        var start = Position;
        while (Position < end && Characters.IsSpace(text[Position]))
            Position++;
        return Position - start;
    }

    /// <summary>Reads a destination, in pointed brackets or bare.</summary>
    public string? ReadDestination() => Peek() == '<' ? ReadPointedDestination() : ReadBareDestination();

    LinkDestination? ReadInlineLink()
    {
        SkipSpaces();
        if (TrySkip(')'))
            return new LinkDestination("", null);
        if (ReadDestination() is not { } url)
            return null;
        SkipSpaces();
        if (TrySkip(')'))
            return new LinkDestination(url, null);
        if (ReadTitle() is not { } title)
            return null;
        SkipSpaces();
        return TrySkip(')') ? new LinkDestination(url, title) : null;
    }

    bool TrySkip(char c)
    {
        if (Peek() != c)
            return false;
        Position++;
        return true;
    }

    string? ReadTitle()
    {
        var opener = Peek();
        if (opener is not ('"' or '\'' or '('))
            return null;
        Position++;
        return FindClosure(opener, opener == '(' ? ')' : opener);
    }

    string? ReadPointedDestination()
    {
        for (var at = Position + 1; at < end && text[at] != '\n'; at++)
        {
            if (text[at] == '\\' && at + 1 < end && Characters.IsPunctuation(text[at + 1]))
            {
                at++;
            }
            else if (text[at] == '>')
            {
                var url = text[(Position + 1)..at];
                Position = at + 1;
                return url;
            }
        }
        return null;
    }

    string? ReadBareDestination()
    {
        var opened = 0;
        var at = Position;
        for (; at < end && !Characters.IsSpace(text[at]); at++)
        {
            var c = text[at];
            if (c == '\\' && at + 1 < end && Characters.IsPunctuation(text[at + 1]))
                at++;
            else if (c == '(')
                opened++;
            else if (c == ')' && --opened < 0)
                break;
        }
        if (at == Position)
            return null;
        var url = text[Position..at];
        Position = at;
        return url;
    }
}
