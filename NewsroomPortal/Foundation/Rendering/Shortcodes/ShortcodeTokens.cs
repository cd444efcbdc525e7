using System.Text;

namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>
/// A body's shortcode tags, token by token, up to the first that Hugo 0.111.3 cannot read. After its
/// <c>parser/pageparser/pagelexer_shortcode.go</c> (Apache License 2.0, © 2018 The Hugo Authors).
/// </summary>
sealed class ShortcodeTokens
{
    readonly string text;
    readonly List<ShortcodeToken> tokens = [];
    readonly HashSet<string> opened = [];
    string close = "";
    string last = "";
    int position, tag, parameters;
    bool isClosing, isNamed;

    public ShortcodeTokens(string text)
    {
        this.text = text;
        while ((tag = text.IndexOf("{{", position, StringComparison.Ordinal)) >= 0)
        {
            position = tag + 3;
            if (position > text.Length || text[tag + 2] is not ('<' or '%'))
            {
                position = tag + 1;
                continue;
            }
            close = text[tag + 2] == '<' ? ">}}" : "%}}";
            if ((Wrong = Is("/*") ? ReadComment() : ReadTag()) is not null)
                break;
        }
    }

    public IReadOnlyList<ShortcodeToken> Tokens => tokens;

    /// <summary>What ends the reading: the word key, where the tag begins, the detail.</summary>
    public (string Word, int At, string Detail)? Wrong { get; }

    (string, int, string)? ReadComment()
    {
        var end = text.IndexOf("*/" + close, position, StringComparison.Ordinal);
        if (end - position <= 1)
            return Fail("comment");
        position = end + 5;
        return null;
    }

    (string, int, string)? ReadTag()
    {
        (isNamed, isClosing, parameters) = (false, false, 0);
        Add(ShortcodePart.Open);
        while (position < text.Length)
        {
            if (Is(close))
            {
                Add(ShortcodePart.Close);
                position += close.Length;
                return null;
            }
            if (ReadPart() is { } wrong)
                return wrong;
        }
        return Fail("unclosed");
    }

    (string, int, string)? ReadPart()
    {
        var next = text[position];
        switch (next)
        {
            case ' ' or '\t' or '\r' or '\n':
                position++;
                return null;
            case '=':
                position++;
                while (position < text.Length && char.IsWhiteSpace(text[position]))
                    position++;
                return ReadValue();
            case '/':
                if (last.Length == 0)
                    return Fail("notOpen");
                position++;
                isClosing = true;
                Add(ShortcodePart.Slash);
                return null;
            case '\\':
                position++;
                return Peek() is '"' or '`' ? ReadParameter(isEscaped: true) : null;
        }
        if (isNamed && (IsWord(position) || next is '-' or '"' or '`'))
            return ReadParameter(isEscaped: false);
        return IsWord(position) ? ReadName() : Fail("character", Rune.GetRuneAt(text, position).ToString());
    }

    (string, int, string)? ReadName()
    {
        var start = position;
        while (IsWord(position) || Peek() is '-' or '/')
            position += Width();
        if (Peek() == '.')
            return Fail("character", ".");
        var name = text[start..position];
        var ends = isClosing;
        if (ends && !opened.Contains(name))
            return Fail("notOpen", name);
        (isClosing, isNamed, last) = (false, true, name);
        opened.Add(name);
        Add(ShortcodePart.Name, name);
        if (!ends)
            return null;
        while (Peek() is ' ' or '\t')
            position++;
        return Is(close) ? null : Fail("unclosed", name);
    }

    (string, int, string)? ReadParameter(bool isEscaped)
    {
        if (Peek() == '"' || (Peek() == '`' && !isEscaped))
        {
            if (parameters == 2)
                return Fail("mixed");
            parameters = 1;
            return Peek() == '"' ? ReadQuoted(ShortcodePart.Parameter, !isEscaped) : ReadRaw(ShortcodePart.Parameter);
        }
        if (Peek() == '`')
            return Fail("character", "\\");
        var start = position;
        position += Width();
        while (IsWord(position) || Peek() is '-' or '.')
            position += Width();
        var kind = Peek() == '=' ? 2 : 1;
        if (parameters != 0 && parameters != kind)
            return Fail("mixed");
        parameters = kind;
        Add(ShortcodePart.Parameter, text[start..position]);
        return null;
    }

    (string, int, string)? ReadValue()
    {
        if (Peek() is '"' or '\\')
            return ReadQuoted(ShortcodePart.Value, Peek() == '"');
        if (Peek() == '`')
            return ReadRaw(ShortcodePart.Value);
        var start = position;
        while (position < text.Length && !char.IsWhiteSpace(text[position]))
            position++;
        Add(ShortcodePart.Value, text[start..position]);
        return null;
    }

    (string, int, string)? ReadRaw(ShortcodePart part)
    {
        var start = ++position;
        var end = text.IndexOf('`', start);
        if (end < 0)
            return Fail("quote");
        position = end + 1;
        Add(part, text[start..end]);
        return null;
    }

    /// <summary>Where quotes may be escaped inside, an escaped one does not end it; else only an escaped one does, as <c>\"a\"</c>.</summary>
    (string, int, string)? ReadQuoted(ShortcodePart part, bool mayEscape)
    {
        var start = -1;
        var hasEscapes = false;
        for (; position < text.Length && text[position] != '\n'; position++)
        {
            if (text[position] == '\\' && position + 1 < text.Length && text[position + 1] == '`')
                return Fail("character", "\\");
            if (text[position] == '\\' && position + 1 < text.Length && text[position + 1] == '"' && start >= 0)
            {
                if (!mayEscape)
                    return Take(2);
                (hasEscapes, position) = (true, position + 1);
            }
            else if (text[position] == '"')
            {
                if (start >= 0)
                    return Take(1);
                start = position + 1;
            }
        }
        return Fail("quote");

        (string, int, string)? Take(int length)
        {
            Add(part, hasEscapes ? text[start..position].Replace("\\", "", StringComparison.Ordinal) : text[start..position]);
            position += length;
            return null;
        }
    }

    void Add(ShortcodePart part, string name = "") => tokens.Add(new(part, tag, name));

    (string, int, string) Fail(string reason, string? detail = null) => ($"rendering.shortcode.{reason}", tag, detail ?? (isNamed ? last : text[tag..(tag + 3)]));

    bool Is(string token) => string.CompareOrdinal(text, position, token, 0, token.Length) == 0;

    char Peek() => position < text.Length ? text[position] : '\0';

    int Width() => position < text.Length && char.IsHighSurrogate(text[position]) ? 2 : 1;

    bool IsWord(int at) => at < text.Length && (text[at] == '_' || char.IsLetter(text, at) || char.IsDigit(text, at));
}
