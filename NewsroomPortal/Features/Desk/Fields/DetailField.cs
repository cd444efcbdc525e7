using System.Globalization;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Features.Desk.Fields;

/// <summary>One field as the form shows it now, with what is wrong about it; its controls set it through here.</summary>
public sealed class DetailField(HugoField about, ArticleForm form)
{
    public string Key => about.Key;

    public HugoFieldKind Kind => about.Kind;

    public HugoFieldGroup Group => about.Group;

    /// <summary>The only values that the site's theme takes; empty where any will do.</summary>
    public IReadOnlyList<string> Allowed => about.Allowed;

    /// <summary>Null where the key is absent.</summary>
    public Field? Now { get; private set; }

    public FieldShown Shown { get; private set; } = FieldShown.Absent;

    /// <summary>What Hugo makes of the value that its writer may not expect.</summary>
    public IReadOnlyList<FieldWarning> Warnings { get; private set; } = [];

    /// <summary>Why the last edit was refused.</summary>
    public Refusal? Problem { get; private set; }

    /// <summary>How many edits were refused: after one, a control is drawn anew, since the browser shows what was chosen and not what is.</summary>
    public int Refusals { get; private set; }

    /// <summary>A list or a map where the control holds one text can only be edited in the front matter itself.</summary>
    public bool IsReadOnly => form.WhyReadOnly is not null || !FieldRules.CanShow(Kind, Now);

    public string ControlId => $"field-{Key}";

    public string NameId => $"field-{Key}-name";

    public string NotesId => $"field-{Key}-notes";

    public string HereId => $"field-{Key}-here";

    /// <summary>Under which name the browser keeps what is typed here until it is set.</summary>
    public string KeptAs => $"newsroom.field.{form.PersonId}.{form.Text.DocumentId}.{Key}";

    /// <summary>The ids of what is said about the field beside its name.</summary>
    public string DescribedBy => $"{HereId} {NotesId}";

    public string Name(Words words) => words[$"desk.field.{Key}"];

    internal void Take(Field? now, IReadOnlyList<FieldWarning> warnings)
    {
        Now = now;
        Shown = FieldShown.Of(now);
        Warnings = warnings;
    }

    /// <summary>Sets what was typed, in the field's own type; a date or number that was emptied goes with its key. True when done; else <see cref="Problem"/> says why.</summary>
    public Task<bool> SetText(FieldShown shown, string typed) => Kind switch
    {
        HugoFieldKind.Date or HugoFieldKind.Number when typed.Length == 0 => Remove(shown),
        HugoFieldKind.Date => Set(shown, new FieldValue.Date(typed)),
        HugoFieldKind.Number => decimal.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Set(shown, new FieldValue.Number(number))
            : Act(() => Task.FromResult(Outcome.Refused("desk.wrong.Number", typed))),
        _ => Set(shown, new FieldValue.Text(typed)),
    };

    /// <summary>True when done; else <see cref="Problem"/> says why.</summary>
    public Task<bool> Set(FieldShown shown, FieldValue value) => Act(() => form.Set(Key, shown, value));

    /// <summary>Takes the key out, so that the site's default counts.</summary>
    public Task<bool> Remove(FieldShown shown) => Act(() => form.Remove(Key, shown));

    /// <summary>Does what a warning offers.</summary>
    public Task<bool> Mend(FieldRepair repair) => repair.Value is { } value ? Set(Shown, value) : Remove(Shown);

    /// <summary>Forgets the last refusal: what was typed was given up.</summary>
    public void Forgive() => Problem = null;

    private async Task<bool> Act(Func<Task<Outcome>> act)
    {
        Problem = (await act()).Refusal;
        Refusals += Problem is null ? 0 : 1;
        return Problem is null;
    }
}
