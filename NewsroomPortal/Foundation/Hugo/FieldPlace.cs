namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What a path leads to, as far as the front matter goes.</summary>
/// <param name="Path">As asked for, or the first of its steps where the rest has nothing to stand in.</param>
/// <param name="Holder">The field, or item, that holds the value; null where that is the front matter itself.</param>
/// <param name="Parent">The holder's value.</param>
/// <param name="Held">What stands there; null where nothing does.</param>
internal sealed record FieldPlace(IReadOnlyList<FieldStep> Path, Field? Holder, ValueNode Parent, Field? Held)
{
    public FieldStep Step => Path[^1];

    /// <summary>Follows the path while it leads on. Its last step here may lead to nothing, or to what holds no further values.</summary>
    public static FieldPlace Of(FrontMatter front, FieldPath path)
    {
        Field? holder = null;
        for (var depth = 0; ; depth++)
        {
            var parent = holder?.Node ?? front.Root;
            var held = Find(front, parent, path.Steps[depth]);
            if (held is null || depth + 1 == path.Steps.Count || held.Node.IsSingle)
                return new([.. path.Steps.Take(depth + 1)], holder, parent, held);
            holder = held;
        }
    }

    private static Field? Find(FrontMatter front, ValueNode parent, FieldStep step) =>
        step.Key is { } key ? parent.Member(key)
        : step.Index >= 0 && step.Index < parent.Items.Count ? Item(front, parent, step.Index)
        : null;

    private static Field Item(FrontMatter front, ValueNode list, int index)
    {
        var item = list.Items[index];
        return new("", item)
        {
            Line = 1 + front.FileText.AsSpan(0, item.Start).Count('\n'),
            Start = item.Start,
            End = item.End,
            ColonEnd = front.Format == FrontMatterFormat.Yaml && list.Style == ValueStyle.Block ? YamlHabits.Dash(front.FileText, item) + 1 : item.Start,
        };
    }
}
