using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Reads TOML 1.0's keys and values one after another, as Hugo's parser (go-toml v2) takes them.</summary>
internal sealed class TomlCursor(string text, int start, int end)
{
    private static readonly SearchValues<char> Bare = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
    private static readonly SearchValues<char> PlainValue = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+.:");

    private readonly LineCount lines = new(text);

    public int At { get; private set; } = start;

    /// <summary>From 1, in the file.</summary>
    public int Line => lines.At(At);

    public bool IsAtEnd => At >= end;

    /// <summary>The unit at the position; NUL at the end, where no text may hold one.</summary>
    public char Here => At < end ? text[At] : '\0';

    public bool Take(string token)
    {
        var isHere = text.AsSpan(At, end - At).StartsWith(token);
        At += isHere ? token.Length : 0;
        return isHere;
    }

    public void Require(string token)
    {
        if (!Take(token))
            throw Wrong(At, $"Expected {token}");
    }

    public void SkipBlanks()
    {
        while (Here is ' ' or '\t')
            At++;
    }

    /// <summary>Blanks, line breaks and comments.</summary>
    public void SkipLines()
    {
        for (; Here is ' ' or '\t' or '\n' or '\r' or '#'; At++)
        {
            if (Here == '#')
                SkipComment();
        }
    }

    /// <summary>Nothing but a comment may follow on the line.</summary>
    public void EndLine()
    {
        SkipBlanks();
        if (Here == '#')
            SkipComment();
        if (!IsAtEnd && Here is not ('\n' or '\r'))
            throw Wrong(At, "Expected the end of the line");
    }

    /// <summary>The parts of a key: one, or several with dots between.</summary>
    public IReadOnlyList<string> ReadKey()
    {
        var parts = new List<string>(1);
        do
        {
            SkipBlanks();
            if (parts.Count == FieldReading.MostDepth)
                throw new ReadingFault(At, "hugo.front-matter.too-deep", $"More than {FieldReading.MostDepth} levels");
            parts.Add(ReadKeyPart());
            SkipBlanks();
        }
        while (Take("."));
        return parts;
    }

    /// <param name="isCased">In a list, where Hugo leaves keys as they are.</param>
    public ValueNode ReadValue(int depth, bool isCased)
    {
        if (depth > FieldReading.MostDepth)
            throw new ReadingFault(At, "hugo.front-matter.too-deep", $"More than {FieldReading.MostDepth} levels");
        return Here switch
        {
            '"' or '\'' => ReadString(),
            '[' => ReadList(depth),
            '{' => ReadMap(depth, isCased),
            _ => ReadPlain(),
        };
    }

    public static ReadingFault Wrong(int at, string detail) => new(at, "hugo.front-matter.toml", detail);

    private void SkipComment()
    {
        var length = text.AsSpan(At, end - At).IndexOf('\n');
        At = length < 0 ? end : At + length;
    }

    private string ReadKeyPart()
    {
        if (Here is '"' or '\'')
        {
            if (text.AsSpan(At, end - At) is ['"', '"', '"', ..] or ['\'', '\'', '\'', ..])
                throw Wrong(At, "A key cannot have several lines");
            return ReadString().Text;
        }
        return TakeWhile(Bare) is { Length: > 0 } part ? part : throw Wrong(At, "Expected a key");
    }

    private string TakeWhile(SearchValues<char> units)
    {
        var from = At;
        var length = text.AsSpan(At, end - At).IndexOfAnyExcept(units);
        At = length < 0 ? end : At + length;
        return text[from..At];
    }

    private ValueNode ReadPlain()
    {
        var from = At;
        var plain = TakeWhile(PlainValue);
        // A blank may stand for the T between a day and a time.
        if (plain.Length == 10 && plain[4] == '-' && end - At > 3 && Here == ' ' && char.IsAsciiDigit(text[At + 1]) && char.IsAsciiDigit(text[At + 2]) && text[At + 3] == ':')
        {
            At++;
            plain += " " + TakeWhile(PlainValue);
        }
        var (kind, value) = TomlTypes.Resolve(plain) ?? throw Wrong(from, plain.Length == 0 ? "Expected a value" : $"No value of TOML: {plain}");
        return ValueNode.Single(kind, value, ValueStyle.Plain, from, At);
    }

    private ValueNode ReadList(int depth)
    {
        var from = At++;
        var items = new List<ValueNode>();
        SkipLines();
        while (!Take("]"))
        {
            items.Add(ReadValue(depth + 1, isCased: true));
            SkipLines();
            if (Here != ']')
                Require(",");
            SkipLines();
        }
        return ValueNode.List(items, ValueStyle.Flow, from, At);
    }

    private ValueNode ReadMap(int depth, bool isCased)
    {
        var from = At++;
        var table = TomlSection.Inline();
        SkipBlanks();
        while (!Take("}"))
        {
            if (table.HasMembers)
                Require(",");
            SkipBlanks();
            var (keyStart, line) = (At, Line);
            var key = ReadKey();
            Require("=");
            var afterEquals = At;
            SkipBlanks();
            var value = ReadValue(depth + 1, isCased);
            table.Add(key, new TomlValue(keyStart, line, afterEquals, value));
            SkipBlanks();
        }
        return table.ToNode(text, isCased) with { Style = ValueStyle.Flow, Start = from, End = At };
    }

    private ValueNode ReadString()
    {
        var from = At;
        var (value, style) = Take("\"\"\"") ? (ReadEscaped("\"\"\"", from), ValueStyle.Multiline)
            : Take("'''") ? (ReadRaw("'''", from), ValueStyle.Literal)
            : Take("\"") ? (ReadEscaped("\"", from), ValueStyle.DoubleQuoted)
            : (Take("'") ? ReadRaw("'", from) : "", ValueStyle.SingleQuoted);
        return ValueNode.Single(ValueKind.Text, value, style, from, At);
    }

    private string ReadRaw(string quote, int from)
    {
        if (quote.Length == 3)
            SkipFirstBreak();
        var begin = At;
        var length = text.AsSpan(At, end - At).IndexOf(quote);
        if (length < 0 || quote.Length == 1 && text.AsSpan(At, length).IndexOfAny('\n', '\r') >= 0)
            throw Wrong(from, "The string is not closed");
        At += length;
        TakeClosing(quote);
        return text[begin..(At - quote.Length)];
    }

    private string ReadEscaped(string quote, int from)
    {
        if (quote.Length == 3)
            SkipFirstBreak();
        var value = new StringBuilder();
        while (true)
        {
            var plain = text.AsSpan(At, end - At).IndexOfAny("\"\\\n");
            if (plain < 0 || text[At + plain] == '\n' && quote.Length == 1)
                throw Wrong(from, "The string is not closed");
            value.Append(text, At, plain);
            At += plain;
            if (Here == '\\')
            {
                ReadEscape(value, isMultiline: quote.Length == 3);
            }
            else if (text.AsSpan(At, end - At).StartsWith(quote))
            {
                value.Append('"', TakeClosing(quote));
                return value.ToString();
            }
            else
            {
                value.Append(text[At++]);
            }
        }
    }

    private void SkipFirstBreak()
    {
        if (!Take("\n"))
            Take("\r\n");
    }

    /// <summary>After three quotes up to two more belong to the string; the number of those.</summary>
    private int TakeClosing(string quote)
    {
        At += quote.Length;
        var more = 0;
        while (quote.Length == 3 && more < 2 && Here == quote[0])
        {
            At++;
            more++;
        }
        return more;
    }

    private void ReadEscape(StringBuilder value, bool isMultiline)
    {
        var from = At++;
        var letter = Here;
        if (isMultiline && letter is ' ' or '\t' or '\r' or '\n')
        {
            SkipBlanks();
            if (Here is not ('\r' or '\n'))
                throw Wrong(from, "A backslash at the end of a line may have only blanks after it");
            while (Here is ' ' or '\t' or '\r' or '\n')
                At++;
            return;
        }
        At++;
        if (letter is 'u' or 'U')
            value.Append(ReadRune(from, letter == 'u' ? 4 : 8));
        else
            value.Append("btnfr\"\\e".IndexOf(letter, StringComparison.Ordinal) is >= 0 and var known
                ? "\b\t\n\f\r\"\\\u001B"[known] : throw Wrong(from, $"No escape of TOML: \\{letter}"));
    }

    private string ReadRune(int from, int digits)
    {
        var hex = text.AsSpan(At, Math.Min(digits, end - At));
        At += hex.Length;
        return hex.Length == digits && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code)
            ? new Rune(code).ToString()
            : throw Wrong(from, "No character has this number");
    }
}
