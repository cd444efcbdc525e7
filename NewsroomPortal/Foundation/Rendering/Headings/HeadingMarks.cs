using Markdig.Helpers;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Headings;

/// <summary>A heading's id and what its author set in braces after it.</summary>
/// <param name="Id">The author's or one made from the text.</param>
/// <param name="Others">Further attributes in their order; never a handler.</param>
sealed record HeadingMarks(string Id, IReadOnlyList<KeyValuePair<string, string>> Others)
{
    static readonly object Key = new();

    public static HeadingMarks Of(HeadingBlock heading) => (HeadingMarks)heading.GetData(Key)!;

    /// <summary>Cuts the braces from the heading's last line and settles its id.</summary>
    public static void TakeFrom(HeadingBlock heading, HeadingIds ids)
    {
        ref var lines = ref heading.Lines;
        for (var i = 0; i < lines.Count; i++)
            lines.Lines[i].Slice.Trim();
        if (lines.Count == 0)
            lines.Add(StringSlice.Empty);
        ref var last = ref lines.Lines[lines.Count - 1].Slice;
        var attributes = HeadingAttributes.TakeFrom(ref last);
        string? id = null;
        var others = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in attributes)
        {
            if (name == "id")
                id = value;
            else if (!name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
                others.Add(new(name, value));
        }
        if (id is null)
            id = ids.Make(last.AsSpan());
        else
            ids.Take(id);
        heading.SetData(Key, new HeadingMarks(id, others));
    }
}
