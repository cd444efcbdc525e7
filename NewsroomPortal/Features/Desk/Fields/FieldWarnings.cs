using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Desk.Fields;

/// <summary>What Hugo and the theme make of values that their writer may not expect; shown at the field, with the remedy.</summary>
public sealed class FieldWarnings(SiteClock site)
{
    public IReadOnlyList<Refusal> Of(DetailField field, Field? now, FrontMatter front) =>
    [
        .. front.Warnings.Where(warning => warning.Key.Equals(field.Key, StringComparison.OrdinalIgnoreCase)).Select(warning => new Refusal(warning.Word, warning.Key, warning.Line)),
        .. now is null ? OfAbsent(field) : FieldRules.CanShow(field.Kind, now) ? OfValue(field, now) : [OfHidden(now)],
    ];

    private static Refusal[] OfAbsent(DetailField field) => field.Key == "date" ? [new Refusal("desk.warn.undated")] : [];

    private static Refusal OfHidden(Field now) =>
        now.Node.IsSingle ? new Refusal("desk.warn.long", FieldRules.LongestText) : new Refusal("desk.warn.raw");

    private IEnumerable<Refusal> OfValue(DetailField field, Field now) => field.Kind switch
    {
        HugoFieldKind.Date => OfDate(field, now),
        HugoFieldKind.Switch when now.IsOn is null => [new Refusal("desk.warn.quoted-switch", now.Text)],
        HugoFieldKind.Sidebar when now.IsOn is not false && now.Text is not ("" or "left" or "right") => [new Refusal("desk.warn.sidebar", now.Text)],
        _ when FieldRules.IsList(field.Kind) && now.Kind is not (ValueKind.List or ValueKind.Null) => [new Refusal("desk.warn.not-a-list")],
        HugoFieldKind.Terms or HugoFieldKind.Languages or HugoFieldKind.Widgets => OfItems(field, now),
        _ => [],
    };

    private Refusal[] OfDate(DetailField field, Field now) => now.Text.Length == 0
        ? OfAbsent(field)
        : site.Read(now.Text) is not { } moment ? [new Refusal("desk.warn.date")]
        : field.Key == "date" && moment > site.Now ? [new Refusal("desk.warn.future")]
        : [];

    private static IEnumerable<Refusal> OfItems(DetailField field, Field now) =>
        from item in now.Items
        let wrong = FieldRules.Refusal(HugoFields.Find(field.Key)!, item)
        where wrong is not null
        select field.Kind == HugoFieldKind.Terms ? new Refusal("desk.warn.term", item) : wrong;
}
