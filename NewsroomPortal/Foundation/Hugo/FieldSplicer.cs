using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Makes the change that sets or removes one field, and proves it by reading the text again.</summary>
internal sealed class FieldSplicer(FrontMatter front, string key)
{
    private readonly string text = front.FileText;
    private readonly Field? field = front[key];
    private readonly Notation notation = Notation.Of(front);

    public FieldEdit Set(FieldValue value)
    {
        if (field is not null && value.IsHeldBy(field))
            return new(ChangeSet.Empty(text.Length), null);
        if (Refusal(value) is { } refusal)
            return new(null, refusal);

        var candidates = field is null ? notation.ToAdd(key, value) : notation.ToReplace(field, value);
        var last = new FieldEdit(null, "hugo.edit.not-held");
        foreach (var splices in candidates)
        {
            last = Prove(splices, value);
            if (last.IsDone)
                break;
        }
        return last;
    }

    public FieldEdit Remove()
    {
        if (notation.FixedReason is { } reason && field is not null)
            return new(null, reason);
        return Prove(notation.ToRemove(key), null);
    }

    private string? Refusal(FieldValue value)
    {
        if (field is { IsNested: true })
            return "hugo.edit.nested";
        if (field is null && notation.FixedReason is { } reason)
            return reason;
        return Strings(value).Append(key).Any(HasHalfPair) ? "hugo.edit.half-character" : null;
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

    private FieldEdit Prove(IEnumerable<TextSplice> splices, FieldValue? value)
    {
        var change = ChangeSet.Of(text.Length, splices);
        var after = FrontMatter.Read(change.Apply(text));
        if (after.Error is not null)
            return new(null, "hugo.edit.breaks");
        var sameBody = text.AsSpan(front.BodyStart).SequenceEqual(after.FileText.AsSpan(after.BodyStart));
        if (!sameBody || !Others(front).SequenceEqual(Others(after)))
            return new(null, "hugo.edit.changes-others");
        var isHeld = value is null
            ? after[key] is null
            : after[key] is { } now && value.IsExactlyIn(now) && after.Fields.Count == front.Fields.Count + (field is null ? 1 : 0);
        return isHeld ? new(change, null) : new(null, "hugo.edit.not-held");
    }

    private IEnumerable<(string Key, int Meaning)> Others(FrontMatter all) =>
        all.Fields.Where(each => !each.HasKey(key)).Select(each => (each.Key, each.Node.Meaning));
}
