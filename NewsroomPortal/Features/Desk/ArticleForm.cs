using NewsroomPortal.Features.Desk.Fields;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Desk;

/// <summary>
/// The form over one article's front matter as one person has it open. It follows the newest text; each edit is an act on the server, after which
/// the form reads the head again, so that what it shows next is never older than what was just set.
/// </summary>
public sealed class ArticleForm
{
    private readonly Func<Task<Actor?>> _who;
    private readonly FieldEditor _editor;
    private readonly Authority _authority;
    private readonly FieldWarnings _warnings;
    private Refusal? _forbidden;
    private string _frontMatter = "";

    public ArticleForm(DocumentText text, Func<Task<Actor?>> who, FieldEditor editor, Authority authority, FieldWarnings warnings)
    {
        (_who, _editor, _authority, _warnings) = (who, editor, authority, warnings);
        Text = text;
        Fields = [.. HugoFields.All.Select(field => new DetailField(field, this))];
        Front = FrontMatter.Read(text.Text);
        Spread();
    }

    /// <summary>Somebody's change or a refusal is to be shown.</summary>
    public event Action? Changed;

    /// <summary>Whose form it is: what they type is kept in their name.</summary>
    public string PersonId { get; set; } = "";

    public DocumentText Text { get; private set; }

    public FrontMatter Front { get; private set; }

    /// <summary>The newest text after the front matter.</summary>
    public string Body => Text.Text[Front.BodyStart..];

    /// <summary>The fields that the form has a control for, in the order of the table, whether their keys are there or not.</summary>
    public IReadOnlyList<DetailField> Fields { get; }

    /// <summary>The keys that it has none for: shown and kept.</summary>
    public IReadOnlyList<Field> Unknown { get; private set; } = [];

    /// <summary>What Hugo makes of such a key that its writer may not expect.</summary>
    public IReadOnlyList<Refusal> WarningsOf(Field unknown) => _warnings.OfUnknown(unknown);

    public DetailField this[string key] => Fields.Single(field => field.Key == key);

    public Refusal? WhyReadOnly => _forbidden ?? (Front.ReadOnlyReason is { } reason ? new Refusal(reason) : null);

    /// <summary>Whether the person may write the article now.</summary>
    public void Stand(Refusal? forbidden)
    {
        if (!Equals(_forbidden, forbidden))
        {
            _forbidden = forbidden;
            Changed?.Invoke();
        }
    }

    /// <summary>Follows the text; an older one than is shown is left alone.</summary>
    public void Take(DocumentText newer)
    {
        if (newer.Version <= Text.Version)
        {
            return;
        }
        Text = newer;
        // A key typed into the body leaves the front matter as it was: nothing to read anew.
        if (!_frontMatter.EndsWith('\n') || !newer.Text.StartsWith(_frontMatter, StringComparison.Ordinal))
        {
            Front = FrontMatter.Read(newer.Text);
            Spread();
            Changed?.Invoke();
        }
    }

    /// <summary>Judges the fields anew: the clock went on, or the site's settings are others.</summary>
    public void Judge()
    {
        Spread();
        Changed?.Invoke();
    }

    internal Task<Outcome> Set(string key, FieldShown shown, FieldValue value) =>
        Act(who => _editor.Set(who, Text.DocumentId, key, shown, value));

    internal Task<Outcome> Remove(string key, FieldShown shown) =>
        Act(who => _editor.Remove(who, Text.DocumentId, key, shown));

    private async Task<Outcome> Act(Func<Actor, Task<Outcome>> act)
    {
        var outcome = await _who() is { } who ? await act(who) : Outcome.Refused("desk.signedOut");
        if (await _authority.Read(Text.DocumentId) is { } head)
        {
            Take(head);
        }
        return outcome;
    }

    private void Spread()
    {
        _frontMatter = Front.Format == FrontMatterFormat.None ? "" : Text.Text[..Front.BodyStart];
        foreach (var field in Fields)
        {
            var now = Front[field.Key];
            field.Take(now, Front.IsEditable ? _warnings.Of(field, now, Front) : []);
        }
        Unknown = [.. Front.Fields.Where(field => !field.IsDuplicate && Fields.All(known => !known.Key.Equals(field.Key, StringComparison.OrdinalIgnoreCase)))];
    }
}
