using Markdig.Helpers;
using Markdig.Syntax;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Headings;

/// <summary>A heading's id and what its author set in braces after it.</summary>
/// <param name="Id">The author's, or one made from the text, or null where the site makes none.</param>
/// <param name="Attributes">All in the order in which Hugo writes them, the id among them; never a handler.</param>
sealed record HeadingMarks(string? Id, IReadOnlyList<KeyValuePair<string, string>> Attributes)
{
    static readonly object Key = new();

    public static HeadingMarks Of(HeadingBlock heading) => (HeadingMarks)heading.GetData(Key)!;

    /// <summary>Cuts the braces from the heading's last line and settles its id.</summary>
    public static void TakeFrom(HeadingBlock heading, RenderContext context)
    {
        ref var lines = ref heading.Lines;
        for (var i = 0; i < lines.Count; i++)
            Characters.Trim(ref lines.Lines[i].Slice);
        if (lines.Count == 0)
            lines.Add(StringSlice.Empty);
        ref var last = ref lines.Lines[lines.Count - 1].Slice;
        var settings = context.Settings;
        var attributes = settings.HeadingAttributes ? HeadingAttributes.TakeFrom(ref last) : [];
        if (attributes.Count > 0 && !heading.IsSetext)
            CutClosingMarks(ref last);
        attributes.RemoveAll(attribute => attribute.Key.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        string? id = attributes.Find(attribute => attribute.Key == "id").Value;
        if (id is not null)
            context.HeadingIds.Take(id);
        else if (settings.AutoHeadingId)
            attributes.Add(new("id", id = context.HeadingIds.Make(last.AsSpan())));
        heading.SetData(Key, new HeadingMarks(id, attributes));
    }

    /// <summary><c>## heading ## {#id}</c>: the second marks stand before the braces, and are the first after a space.</summary>
    static void CutClosingMarks(ref StringSlice line)
    {
        var text = line.AsSpan();
        var marks = text.IndexOf(" #");
        if (marks < 0 || !text[(marks + 1)..].Trim('#').IsEmpty)
            return;
        line.End = line.Start + marks - 1;
        Characters.Trim(ref line);
    }
}
