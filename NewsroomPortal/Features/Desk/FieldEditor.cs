using NewsroomPortal.Features.Desk.Fields;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Desk;

/// <summary>
/// Sets one field of an article's front matter in the article's turn: the change is made at the head, so it merges with typing and with
/// other people's forms. A single value must still be what the person saw; of a list, what they added and took away is done to the list as it is by then.
/// </summary>
public sealed class FieldEditor(Authority authority, DocumentAccessPolicy policy)
{
    public Task<Outcome> Set(Actor who, long articleId, string key, FieldShown shown, FieldValue value, CancellationToken cancel = default) =>
        Edit(who, articleId, front => Set(front, key, shown, value), cancel);

    /// <summary>Takes the key out, so that the site's default counts.</summary>
    public Task<Outcome> Remove(Actor who, long articleId, string key, FieldShown shown, CancellationToken cancel = default) =>
        Edit(who, articleId, front => Changed(key, shown, front[key]) is { } changed ? (null, changed) : Read(front.Remove(key)), cancel);

    private Task<Outcome> Edit(Actor who, long articleId, Func<FrontMatter, (FieldEdit? Edit, Refusal? Refusal)> edit, CancellationToken cancel) =>
        authority.Act(articleId, who, async turn =>
        {
            var access = await policy.Access(who, articleId, cancel);
            if (access.WhyNot is { } forbidden)
            {
                return forbidden;
            }
            var (made, refusal) = edit(FrontMatter.Read(turn.Text.Text));
            if (refusal is not null)
            {
                return refusal;
            }
            turn.Change(made!.Change!);
            return Outcome.Done;
        }, cancel);

    private static (FieldEdit?, Refusal?) Set(FrontMatter front, string key, FieldShown shown, FieldValue value)
    {
        var now = front[key];
        if (value is FieldValue.Items wanted && (now is null || now.Kind is ValueKind.List or ValueKind.Null))
        {
            var merged = ListMerge.Merge(shown.Items, wanted.Values, now?.Items ?? []);
            return FieldRules.Refusal(key, merged.Except(now?.Items ?? [])) is { } wrong ? (null, wrong) : Read(front.Set(key, new FieldValue.Items(merged)));
        }
        var edit = front.Set(key, value);
        var isHeld = edit.Change is { IsEmpty: true };
        return !isHeld && (Changed(key, shown, now) ?? FieldRules.Refusal(key, value)) is { } refusal ? (null, refusal) : Read(edit);
    }

    private static Refusal? Changed(string key, FieldShown shown, Field? now) => FieldShown.Of(now) switch
    {
        var current when current.LooksLike(shown) => null,
        { IsAbsent: true } => new Refusal("desk.field-gone", key),
        var current => new Refusal("desk.field-changed", key, current.Items.Count > 0 ? string.Join(", ", current.Items) : current.Text),
    };

    private static (FieldEdit?, Refusal?) Read(FieldEdit edit) => edit.IsDone ? (edit, null) : (null, new Refusal(edit.Refusal));
}
