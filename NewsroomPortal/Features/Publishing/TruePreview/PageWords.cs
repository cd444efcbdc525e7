using System.Text;
using AngleSharp.Dom;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>
/// A page, or a part of one, as a row of words and tags, for comparing: without white space, classes, ids, colours of code, or the marks that
/// themes put beside headings.
/// </summary>
internal sealed class PageWords
{
    private readonly List<Item> _items;

    // Where each item begins in Flat.
    private readonly List<int> _starts = [];

    private PageWords(List<Item> items)
    {
        _items = items;
        var flat = new StringBuilder();
        foreach (var item in items)
        {
            _starts.Add(flat.Length);
            flat.Append(item.Flat);
        }
        Flat = flat.ToString();
    }

    private enum Kind
    {
        Word,
        Opening,
        Closing,
    }

    /// <summary>All of it without a blank: what is compared.</summary>
    public string Flat { get; }

    public int Count => _items.Count;

    /// <summary>Its text as one reads it, on one line.</summary>
    public string Text => string.Concat(Words().Select(item => (item.AfterBlank ? " " : "") + item.Flat)).Trim();

    /// <summary>Its elements in order: <c>&lt;p&gt; &lt;a&gt;</c>.</summary>
    public string Elements => string.Join(' ', _items.Where(item => item.Kind == Kind.Opening).Select(item => $"<{item.Name}>"));

    /// <summary>The same with their addresses: <c>&lt;p&gt; &lt;a /x&gt;</c>.</summary>
    public string Addresses => string.Join(' ', _items.Where(item => item.Kind == Kind.Opening).Select(item => item.Flat));

    /// <summary>The first element's tag; null where there is none.</summary>
    public string? First => _items.FirstOrDefault(item => item.Kind == Kind.Opening)?.Name;

    public static PageWords Of(IEnumerable<INode> nodes)
    {
        var (items, afterBlank) = (new List<Item>(), false);
        foreach (var node in nodes)
        {
            Write(items, node, ref afterBlank);
        }
        return new(items);
    }

    /// <summary>The items of the first place of a part, at or after an item; null: it stands nowhere there.</summary>
    public Range? Find(PageWords part, int from)
    {
        var start = from < Count ? _starts[from] : Flat.Length;
        var found = Flat.IndexOf(part.Flat, start, StringComparison.Ordinal);
        return found < 0 ? null : ItemAt(found)..ItemAt(found + part.Flat.Length);
    }

    /// <summary>The items of the first place between two items where a part's text stands within whatever elements, these included; null: nowhere.</summary>
    public Range? FindText(PageWords part, Range between)
    {
        var wanted = string.Concat(part.Words().Select(item => item.Flat));
        var words = Enumerable.Range(between.Start.Value, between.End.Value - between.Start.Value).Where(number => _items[number].Kind == Kind.Word).ToList();
        var found = wanted.Length == 0 ? -1 : string.Concat(words.Select(number => _items[number].Flat)).IndexOf(wanted, StringComparison.Ordinal);
        if (found < 0)
        {
            return null;
        }
        var (at, first, last) = (0, -1, -1);
        foreach (var number in words)
        {
            first = first < 0 && at + _items[number].Flat.Length > found ? number : first;
            last = at < found + wanted.Length ? number : last;
            at += _items[number].Flat.Length;
        }
        return Around(first, last, between);
    }

    /// <summary>The whole elements that stand one after the other from the beginning of a gap, as far as what holds them goes.</summary>
    public IReadOnlyList<Range> PiecesAfter(Range gap)
    {
        var (pieces, depth, start) = (new List<Range>(), 0, 0);
        for (var number = gap.Start.Value; number < gap.End.Value && depth >= 0; number++)
        {
            if (_items[number].Kind == Kind.Opening)
            {
                start = depth++ == 0 ? number : start;
            }
            else if (_items[number].Kind == Kind.Closing && --depth == 0)
            {
                pieces.Add(start..(number + 1));
            }
        }
        return pieces;
    }

    /// <summary>The same, those before the end of a gap; in the page's order.</summary>
    public IReadOnlyList<Range> PiecesBefore(Range gap)
    {
        var (pieces, depth, end) = (new List<Range>(), 0, 0);
        for (var number = gap.End.Value - 1; number >= gap.Start.Value && depth >= 0; number--)
        {
            if (_items[number].Kind == Kind.Closing)
            {
                end = depth++ == 0 ? number + 1 : end;
            }
            else if (_items[number].Kind == Kind.Opening && --depth == 0)
            {
                pieces.Insert(0, number..end);
            }
        }
        return pieces;
    }

    public PageWords Part(Range items) => new(_items[items]);

    private IEnumerable<Item> Words() => _items.Where(item => item.Kind == Kind.Word);

    private int ItemAt(int position)
    {
        var found = _starts.BinarySearch(position);
        return found >= 0 ? found : ~found;
    }

    /// <summary>With the tags that belong to what is in it, and those that enclose it and nothing else, as long as these are not of a page's parts.</summary>
    private Range Around(int first, int last, Range between)
    {
        var (depth, lowest) = (0, 0);
        for (var number = first; number <= last; number++)
        {
            depth += _items[number].Kind switch { Kind.Opening => 1, Kind.Closing => -1, _ => 0 };
            lowest = Math.Min(lowest, depth);
        }
        for (var open = depth - lowest; open > 0 && last + 1 < between.End.Value && _items[last + 1].Kind == Kind.Closing; open--)
        {
            last++;
        }
        for (; lowest < 0 && first > between.Start.Value && _items[first - 1].Kind == Kind.Opening; lowest++)
        {
            first--;
        }
        while (first > between.Start.Value && last + 1 < between.End.Value
            && _items[first - 1] is { Kind: Kind.Opening } opening && _items[last + 1] is { Kind: Kind.Closing } closing
            && opening.Name == closing.Name && opening.Name is not ("div" or "main" or "article" or "section" or "body"))
        {
            (first, last) = (first - 1, last + 1);
        }
        return first..(last + 1);
    }

    private static void Write(List<Item> items, INode node, ref bool afterBlank)
    {
        if (node is IText { Data: { Length: > 0 } text })
        {
            afterBlank |= char.IsWhiteSpace(text[0]);
            foreach (var word in text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
            {
                items.Add(new(Kind.Word, "", word, afterBlank));
                afterBlank = true;
            }
            afterBlank = char.IsWhiteSpace(text[^1]);
        }
        if (node is not IElement element || element.LocalName is "script" or "style" or "noscript" or "svg" || IsHeadingMark(element))
        {
            return;
        }
        var isPlain = element.LocalName is "span" or "wbr" || (element.LocalName == "div" && element.ClassList.Contains("highlight"));
        if (!isPlain)
        {
            items.Add(new(Kind.Opening, element.LocalName, $"<{element.LocalName}{Address(element)}>", false));
        }
        foreach (var child in element.ChildNodes)
        {
            Write(items, child, ref afterBlank);
        }
        if (!isPlain)
        {
            items.Add(new(Kind.Closing, element.LocalName, $"</{element.LocalName}>", false));
        }
    }

    /// <summary>Places in the page itself are not compared: the preview has its own ids.</summary>
    private static string Address(IElement element) =>
        (element.GetAttribute("href") ?? element.GetAttribute("src")) is { Length: > 0 } address && address[0] != '#' ? " " + address : "";

    private static bool IsHeadingMark(IElement element) =>
        element is { LocalName: "a", ParentElement.LocalName: "h1" or "h2" or "h3" or "h4" or "h5" or "h6" }
        && element.GetAttribute("href") is ['#', ..] && element.TextContent.Trim() is "" or "#" or "¶" or "§" or "🔗";

    private sealed record Item(Kind Kind, string Name, string Flat, bool AfterBlank);
}
