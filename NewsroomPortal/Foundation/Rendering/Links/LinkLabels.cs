using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Emphasis;
using NewsroomPortal.Foundation.Rendering.Inlines;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Links;

/// <summary>Links and images: inline, by reference, collapsed, shortcut. After goldmark 1.5.4, <c>parser/link.go</c> (MIT licence, © 2019 Yusuke Inuzuka).</summary>
sealed class LinkLabels(InlineReading reading)
{
    const int LongestLabel = 999;

    readonly List<LinkLabel> open = [];
    DelimiterBottom bottom;
    int lastLink = -1;

    public bool AreOpen => open.Count > 0;

    public Inline? Open()
    {
        var isImage = reading.Line[0] == '!';
        if (isImage && (reading.Line.Length < 2 || reading.Line[1] != '['))
            return null;
        bottom = new DelimiterBottom(true, reading.Delimiters.Last);
        var from = reading.Position;
        reading.Position += isImage ? 2 : 1;
        var label = new LinkLabel { From = from, To = reading.Position, IsImage = isImage };
        open.Add(label);
        return label;
    }

    public Inline? Close()
    {
        if (open.Count == 0)
            return null;
        var label = open[^1];
        open.RemoveAt(open.Count - 1);
        var tooLong = open.Count > 0 && open[^1].To - open[0].From >= LongestLabel;
        var holdsLink = !label.IsImage && lastLink > label.From;
        if (tooLong || holdsLink || Resolve(label) is not { } found)
        {
            reading.ReplaceByText(label, label.From, label.To);
            return null;
        }
        reading.Position = found.End;
        return MakeLink(label, found.Destination);
    }

    /// <summary>What was left open is text, and the next leaf begins anew.</summary>
    public void End()
    {
        foreach (var label in open)
            reading.ReplaceByText(label, label.From, label.To);
        open.Clear();
        (bottom, lastLink) = (DelimiterBottom.None, -1);
    }

    (int End, LinkDestination Destination)? Resolve(LinkLabel label)
    {
        reading.Context.Budget.Check();
        var close = reading.Position;
        var after = new LinkScanner(reading.Text, close + 1, reading.End);
        var text = reading.Text.AsSpan(label.To, close - label.To);
        if (after.Peek() == '(' && after.TryReadInlineLink(out var inline))
            return (after.Position, inline);
        if (after.Peek() == '[')
        {
            var reference = new LinkScanner(reading.Text, close + 2, reading.End);
            if (reference.FindClosure('[', ']') is { } name)
                return Find(Characters.IsBlank(name) ? text : name) is { } named ? (reference.Position, named) : null;
        }
        return Find(text) is { } shortcut ? (close + 1, shortcut) : null;
    }

    LinkDestination? Find(ReadOnlySpan<char> name) => name.Length > LongestLabel ? null : reading.Context.References.Find(name);

    LinkInline MakeLink(LinkLabel label, LinkDestination destination)
    {
        reading.Delimiters.Pair(bottom);
        bottom = DelimiterBottom.None;
        var link = new LinkInline { Url = destination.Url, Title = destination.Title, IsImage = label.IsImage };
        for (var child = label.NextSibling; child is not null;)
        {
            var next = child.NextSibling;
            child.Remove();
            link.AppendChild(child);
            child = next;
        }
        label.Remove();
        if (!label.IsImage)
            lastLink = label.From;
        return link;
    }
}
