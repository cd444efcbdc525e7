namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>
/// Reads one shortcode tag as Hugo's lexer does: <c>{{&lt; name "a" key=b &gt;}}</c> or with percent signs; values bare, in quotes or in backticks.
/// A comment (<c>{{&lt;/* … */&gt;}}</c>) is no tag but text.
/// </summary>
ref struct ShortcodeScanner(string text, int start)
{
    /// <summary>A longer tag is taken for text, so that unclosed ones cannot make the scan quadratic.</summary>
    const int LongestTag = 4096;

    readonly int end = Math.Min(text.Length, start + LongestTag);
    int position = start + 3;

    /// <summary>Where the tag ends, after <see cref="Read"/>.</summary>
    public readonly int End => position;

    public Shortcode? Read()
    {
        var close = text[start + 2] == '<' ? ">}}" : "%}}";
        var arguments = new List<KeyValuePair<string, string>>();
        SkipSpaces();
        var isClosing = TrySkip("/");
        SkipSpaces();
        if (ReadWord() is not { Length: > 0 } name || name[0] is '*' or '"')
            return null;
        while (true)
        {
            SkipSpaces();
            if (TrySkip(close) || TrySkip("/" + close))
                return new Shortcode(name, isClosing, text[start + 2] == '%', arguments, text[start..position]);
            if (position >= end || ReadArgument() is not { } argument)
                return null;
            arguments.Add(argument);
        }
    }

    KeyValuePair<string, string>? ReadArgument()
    {
        if (text[position] is '"' or '`')
            return ReadQuoted() is { } quoted ? new("", quoted) : null;
        var word = ReadWord();
        if (word.Length == 0)
            return null;
        if (!TrySkip("="))
            return new("", word);
        if (position >= end)
            return null;
        var value = text[position] is '"' or '`' ? ReadQuoted() : ReadWord();
        return value is null ? null : new(word, value);
    }

    void SkipSpaces()
    {
        while (position < end && text[position] is ' ' or '\t' or '\n')
            position++;
    }

    bool TrySkip(string token)
    {
        if (string.CompareOrdinal(text, position, token, 0, token.Length) != 0)
            return false;
        position += token.Length;
        return true;
    }

    string ReadWord()
    {
        var from = position;
        while (position < end && text[position] is not (' ' or '\t' or '\n' or '=' or '"' or '`' or '{' or '}')
            && !(text[position] is '>' or '%' or '/' && IsClose(position)))
        {
            position++;
        }
        return text[from..position];
    }

    readonly bool IsClose(int at) =>
        string.CompareOrdinal(text, text[at] == '/' ? at + 2 : at + 1, "}}", 0, 2) == 0;

    string? ReadQuoted()
    {
        var quote = text[position];
        var from = ++position;
        while (position < end && text[position] != quote)
            position += quote == '"' && text[position] == '\\' ? 2 : 1;
        if (position >= end)
            return null;
        var value = text[from..position++];
        return quote == '"' ? value.Replace("\\\"", "\"", StringComparison.Ordinal) : value;
    }
}
