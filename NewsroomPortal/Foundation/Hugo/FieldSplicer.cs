using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Makes the change that sets or removes one value, and proves it by reading the text again.</summary>
internal sealed class FieldSplicer(FrontMatter front, FieldPath path)
{
    private readonly string text = front.FileText;
    private readonly FieldPlace place = FieldPlace.Of(front, path);
    private readonly Notation notation = Notation.Of(front);

    public FieldEdit Set(FieldValue value)
    {
        var rest = path.Steps.Skip(place.Path.Count).ToList();
        if (rest.Count == 0 && place.Held is not null && value.IsHeldBy(place.Held))
            return new(ChangeSet.Empty(text.Length), null);
        if (Refusal(value, rest) is { } refusal)
            return new(null, refusal);

        value = rest.AsEnumerable().Reverse().Aggregate(value, (inner, step) => new FieldValue.Branch(step.Key!, inner));
        return First(place.Held is null ? notation.ToAdd(place, value) : notation.ToReplace(place, place.Held, value), value);
    }

    public FieldEdit Remove() =>
        place.Held is null || place.Path.Count < path.Steps.Count
            ? new(ChangeSet.Empty(text.Length), null)
            : First(notation.ToRemove(place, place.Held), null);

    private string? Refusal(FieldValue value, List<FieldStep> rest)
    {
        var hasNoPlace = place.Held is null
            ? place.Step.Key is null ? place.Parent.Kind != ValueKind.List || place.Step.Index != place.Parent.Items.Count : place.Parent.Kind != ValueKind.Map
            : rest.Count > 0 && place.Held.Kind != ValueKind.Null;
        if (hasNoPlace || rest.Any(step => step.Key is null))
            return "hugo.edit.no-place";
        if (place.Held is { IsNested: true })
            return "hugo.edit.nested";
        return Strings(value).Concat(path.Steps.Select(step => step.Key ?? "")).Any(HasHalfPair) ? "hugo.edit.half-character" : null;
    }

    private static IEnumerable<string> Strings(FieldValue value) => value switch
    {
        FieldValue.Text text => [text.Value],
        FieldValue.Date date => [date.Written],
        FieldValue.Items items => items.Values,
        _ => [],
    };

    private static bool HasHalfPair(string value)
    {
        for (var at = 0; at < value.Length; at++)
        {
            if (char.IsSurrogatePair(value, at))
                at++;
            else if (char.IsSurrogate(value[at]))
                return true;
        }
        return false;
    }

    private FieldEdit First(IEnumerable<IEnumerable<TextSplice>> candidates, FieldValue? value)
    {
        var last = new FieldEdit(null, "hugo.edit.not-held");
        foreach (var splices in candidates)
        {
            last = Prove(splices, value);
            if (last.IsDone)
                break;
        }
        return last;
    }

    private FieldEdit Prove(IEnumerable<TextSplice> splices, FieldValue? value)
    {
        var change = ChangeSet.Of(text.Length, splices);
        var after = FrontMatter.Read(change.Apply(text));
        if (after.Error is not null)
            return new(null, "hugo.edit.breaks");
        var sameBody = text.AsSpan(front.BodyStart).SequenceEqual(after.FileText.AsSpan(after.BodyStart));
        var refusal = sameBody ? Difference(front.Root, after.Root, 0, value) : "hugo.edit.changes-others";
        return refusal is null ? new(change, null) : new(null, refusal);
    }

    /// <summary>What keeps the text after the edit from being what was meant: all values beside the path as before, and the one at its end as wished.</summary>
    private string? Difference(ValueNode before, ValueNode after, int depth, FieldValue? value)
    {
        var step = place.Path[depth];
        var isEnd = depth + 1 == place.Path.Count;
        // The items after one that is taken out move up.
        var stepAfter = isEnd && value is null && step.Key is null ? new FieldStep?() : step;
        if (before.Kind != after.Kind || !Others(before, step).SequenceEqual(Others(after, stepAfter)))
            return "hugo.edit.changes-others";
        var (had, has) = (Held(before, step), Held(after, stepAfter));
        if (!isEnd)
            return has.Count == had.Count ? Difference(Seen(had).Node, Seen(has).Node, depth + 1, value) : "hugo.edit.changes-others";
        var isMeant = value is null ? has.Count == 0 : has.Count == Math.Max(1, had.Count) && value.IsExactlyIn(Seen(has));
        return isMeant ? null : "hugo.edit.not-held";
    }

    private static IEnumerable<(string Key, int Meaning)> Others(ValueNode node, FieldStep? step) => step is { Key: { } key }
        ? node.Members.Where(each => !each.HasKey(key)).Select(each => (each.Key, each.Node.Meaning))
        : node.Items.Where((_, index) => index != step?.Index).Select(item => ("", item.Meaning));

    private static List<Field> Held(ValueNode node, FieldStep? step) => step is { Key: { } key }
        ? [.. node.Members.Where(each => each.HasKey(key))]
        : [.. node.Items.Where((_, index) => index == step?.Index).Select(item => new Field("", item))];

    private static Field Seen(List<Field> held) => held.First(field => !field.IsDuplicate);
}
