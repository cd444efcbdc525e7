using System.Globalization;
using System.Text;
using Markdig.Helpers;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Headings;

/// <summary><c>{#id .class name="value"}</c> at the end of a heading. After goldmark 1.5.4, <c>parser/attribute.go</c> (MIT licence, © 2019 Yusuke Inuzuka).</summary>
ref struct HeadingAttributes(ReadOnlySpan<char> text)
{
    readonly ReadOnlySpan<char> text = text;
    readonly List<KeyValuePair<string, string>> found = [];
    int position;

    /// <summary>Reads the last braces of the line, if nothing but space follows them, and cuts them off.</summary>
    public static List<KeyValuePair<string, string>> TakeFrom(ref StringSlice line)
    {
        var text = line.AsSpan();
        var open = LastBrace(text);
        if (open < 0)
            return [];
        var reader = new HeadingAttributes(text[open..]);
        if (!reader.Read() || !Characters.IsBlank(reader.text[reader.position..]))
            return [];
        line.End = line.Start + text[..open].TrimEnd(Characters.Spaces).Length - 1;
        return reader.found;
    }

    static int LastBrace(ReadOnlySpan<char> text)
    {
        var last = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '{')
                last = i;
        }
        return last;
    }

    bool Read()
    {
        position = 1;
        while (true)
        {
            if (Peek() == '}')
            {
                position++;
                return true;
            }
            SkipSpaces();
            if (!(Peek() is '#' or '.' ? ReadShort() : ReadNamed()))
                return false;
            SkipSpaces();
            if (Peek() == ',')
            {
                position++;
                SkipSpaces();
            }
        }
    }

    readonly char Peek() => position < text.Length ? text[position] : '\0';

    void SkipSpaces()
    {
        while (Characters.IsSpace(Peek()))
            position++;
    }

    bool ReadShort()
    {
        var name = Peek() == '#' ? "id" : "class";
        var start = ++position;
        while (position < text.Length && !Characters.IsSpace(Peek()) && (!Characters.IsPunctuation(Peek()) || Peek() is '_' or '-' or ':' or '.'))
            position++;
        Add(name, text[start..position].ToString());
        return true;
    }

    bool ReadNamed()
    {
        if (!char.IsAsciiLetter(Peek()) && Peek() is not ('_' or ':'))
            return false;
        var name = ReadWord();
        SkipSpaces();
        if (Peek() != '=')
            return false;
        position++;
        SkipSpaces();
        if (ReadValue() is not { } value)
            return false;
        Add(name, value);
        return true;
    }

    string ReadWord()
    {
        var start = position;
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() is '_' or ':' or '.' or '-')
            position++;
        return text[start..position].ToString();
    }

    string? ReadValue() => Peek() switch
    {
        '"' => ReadQuoted(),
        '-' or '+' or (>= '0' and <= '9') => ReadNumber(),
        '_' or ':' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => ReadWord(),
        _ => null,
    };

    string? ReadQuoted()
    {
        var value = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            if (Peek() == '"')
            {
                position++;
                return value.ToString();
            }
            if (Peek() == '\\' && position + 1 < text.Length && text[position + 1] is '"' or '/' or '\\')
                position++;
            value.Append(Peek());
        }
        return null;
    }

    string? ReadNumber()
    {
        var start = position++;
        while (char.IsAsciiDigit(Peek()) || Peek() is '.' or 'e' or 'E' or '-' or '+')
            position++;
        return double.TryParse(text[start..position], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : null;
    }

    readonly void Add(string name, string value)
    {
        var at = name == "class" ? found.FindIndex(attribute => attribute.Key == name) : -1;
        if (at < 0)
            found.Add(new(name, value));
        else
            found[at] = new(name, $"{found[at].Value} {value}");
    }
}
