using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Links;

/// <summary>Takes link reference definitions from the head of a paragraph. After goldmark 1.5.4, <c>parser/link_ref.go</c> (MIT licence, © 2019 Yusuke Inuzuka).</summary>
static class ReferenceDefinitions
{
    /// <returns>How many lines of the paragraph were definitions.</returns>
    public static int TakeAll(string paragraph, RenderContext context)
    {
        var taken = 0;
        for (var start = 0; start < paragraph.Length;)
        {
            context.Budget.Check();
            if (Take(paragraph, start, context.References) is not { } end)
                break;
            taken += paragraph.AsSpan(start, end - start).Count('\n') + (end == paragraph.Length ? 1 : 0);
            start = end;
        }
        return taken;
    }

    /// <returns>The start of the line after the definition, or null where there is none.</returns>
    static int? Take(string paragraph, int start, LinkReferences references)
    {
        var scanner = new LinkScanner(paragraph, start, paragraph.Length);
        scanner.SkipSpaces();
        if (scanner.Peek() != '[')
            return null;
        scanner.Position++;
        if (scanner.FindClosure('[', ']') is not { } name || Characters.IsBlank(name) || scanner.Peek() != ':')
            return null;
        scanner.Position++;
        scanner.SkipSpaces();
        if (scanner.ReadDestination() is not { } url)
            return null;
        var afterUrl = scanner.Position;
        var lineEndsThere = Characters.IsBlank(RestOfLine(paragraph, afterUrl));
        var spaces = scanner.SkipSpaces();
        var opener = scanner.Peek();
        var title = opener is '"' or '\'' or '(' && spaces > 0 ? ReadTitle(ref scanner, opener) : null;
        if (title is null || !Characters.IsBlank(RestOfLine(paragraph, scanner.Position)))
        {
            // What follows on its own line is no title, or no title alone: it is text, and the definition ended above it.
            if (!lineEndsThere || (spaces == 0 && opener is '"' or '\'' or '('))
                return null;
            references.Add(name, new LinkDestination(url, title));
            return NextLine(paragraph, afterUrl);
        }
        references.Add(name, new LinkDestination(url, title));
        return NextLine(paragraph, scanner.Position);
    }

    static string? ReadTitle(ref LinkScanner scanner, char opener)
    {
        scanner.Position++;
        return scanner.FindClosure(opener, opener == '(' ? ')' : opener);
    }

    static ReadOnlySpan<char> RestOfLine(string text, int position) => text.AsSpan(position, LineEnd(text, position) - position);

    static int NextLine(string text, int position) => Math.Min(LineEnd(text, position) + 1, text.Length);

    static int LineEnd(string text, int position)
    {
        var feed = text.IndexOf('\n', position);
        return feed < 0 ? text.Length : feed;
    }
}
