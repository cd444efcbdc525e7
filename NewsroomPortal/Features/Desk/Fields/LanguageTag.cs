namespace NewsroomPortal.Features.Desk.Fields;

/// <summary>
/// A BCP 47 language tag such as zh-HK (RFC 5646, section 2.1): a language of two or three letters (or four to eight that are registered),
/// then extended languages, script, region, variants, extensions and private use, each at its place. Whether the parts are registered is not asked.
/// </summary>
public static class LanguageTag
{
    public static bool IsWellFormed(string tag)
    {
        var parts = new Queue<string>(tag.Split('-'));
        if (parts.Any(part => part.Length is 0 or > 8 || !part.All(char.IsAsciiLetterOrDigit)))
        {
            return false;
        }
        if (parts.Peek() is "x" or "X")
        {
            return parts.Count > 1;
        }
        var language = parts.Dequeue();
        if (language.Length < 2 || !language.All(char.IsAsciiLetter))
        {
            return false;
        }
        for (var extended = 0; extended < 3 && language.Length <= 3 && Next(parts, part => part.Length == 3 && part.All(char.IsAsciiLetter)); extended++)
        {
        }
        Next(parts, part => part.Length == 4 && part.All(char.IsAsciiLetter));
        Next(parts, part => (part.Length == 2 && part.All(char.IsAsciiLetter)) || (part.Length == 3 && part.All(char.IsAsciiDigit)));
        while (Next(parts, part => part.Length >= 5 || (part.Length == 4 && char.IsAsciiDigit(part[0]))))
        {
        }
        return AreExtensions(parts);
    }

    /// <summary>A single letter or digit, then at least one part of two to eight; after <c>x</c> parts of one too.</summary>
    private static bool AreExtensions(Queue<string> parts)
    {
        while (parts.TryDequeue(out var singleton))
        {
            if (singleton.Length != 1 || parts.Count == 0)
            {
                return false;
            }
            if (singleton is "x" or "X")
            {
                return true;
            }
            if (!Next(parts, part => part.Length >= 2))
            {
                return false;
            }
            while (Next(parts, part => part.Length >= 2))
            {
            }
        }
        return true;
    }

    private static bool Next(Queue<string> parts, Func<string, bool> fits)
    {
        var taken = parts.TryPeek(out var part) && fits(part);
        if (taken)
        {
            parts.Dequeue();
        }
        return taken;
    }
}
