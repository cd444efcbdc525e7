using System.Globalization;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Desk.Fields;

/// <summary>What Hugo and the theme make of values that their writer may not expect; shown at the field, with the remedy.</summary>
public sealed class FieldWarnings(SiteClock clock, CurrentSite site)
{
    public IReadOnlyList<FieldWarning> Of(DetailField field, Field? now, FrontMatter front) =>
    [
        .. front.Warnings.Where(warning => warning.Key.Equals(field.Key, StringComparison.OrdinalIgnoreCase))
            .Select(warning => new FieldWarning(new Refusal(warning.Word, warning.Key, warning.Line))),
        .. now is null ? OfAbsent(field) : FieldRules.CanShow(field.Kind, now) ? OfValue(field, now, front) : [OfHidden(now)],
    ];

    /// <summary>Of a key that the form has no control for.</summary>
    public IReadOnlyList<Refusal> OfUnknown(Field now)
    {
        var taxonomies = site.Settings.Taxonomies;
        if (taxonomies.Any(pair => now.Key.Equals(pair.Value, StringComparison.OrdinalIgnoreCase)))
        {
            return now.Kind is ValueKind.List or ValueKind.Null ? [] : [new Refusal("desk.warn.not-a-list")];
        }
        return taxonomies.FirstOrDefault(pair => now.Key.Equals(pair.Key, StringComparison.OrdinalIgnoreCase)).Value is { } plural
            ? [new Refusal("desk.warn.singular", now.Key, plural)]
            : [];
    }

    /// <summary>When the clock alone makes other warnings of these fields; null where it never does.</summary>
    public DateTimeOffset? NextChange(FrontMatter front)
    {
        string[] dates = ["date", "publishDate", "expiryDate"];
        var moments = dates.Select(key => front[key] is { } field ? clock.Read(field.Text) : null).OfType<DateTimeOffset>().Where(moment => moment > clock.Now);
        return moments.Order().Select(moment => (DateTimeOffset?)moment).FirstOrDefault();
    }

    private static FieldWarning[] OfAbsent(DetailField field) => field.Key == "date" ? [new(new Refusal("desk.warn.undated"))] : [];

    private static FieldWarning OfHidden(Field now) =>
        new(now.Node.IsSingle ? new Refusal("desk.warn.long", FieldRules.LongestText) : new Refusal("desk.warn.raw"));

    private FieldWarning[] OfValue(DetailField field, Field now, FrontMatter front) => field.Kind switch
    {
        HugoFieldKind.Date => OfDate(field, now, front),
        HugoFieldKind.Switch => OfSwitch(field, now),
        HugoFieldKind.Sidebar when now.IsOn is not false && now.Text is not ("" or "left" or "right") => [new(new Refusal("desk.warn.sidebar", now.Text), FieldRepairs.Sidebar(now.Text))],
        _ when FieldRules.IsList(field.Kind) && now.Kind is not (ValueKind.List or ValueKind.Null) => OfSingle(field, now),
        HugoFieldKind.Terms or HugoFieldKind.Languages or HugoFieldKind.Widgets => [.. OfTaxonomy(field, now), .. OfItems(field, now)],
        _ when field.Key == "url" && PublishChecks.HasProtocol(now.Text) => [new(new Refusal("desk.warn.url", now.Text), FieldRepairs.Address(now.Text))],
        _ => [],
    };

    private FieldWarning[] OfDate(DetailField field, Field now, FrontMatter front)
    {
        if (now.Text.Length == 0)
        {
            return OfAbsent(field);
        }
        if (clock.Read(now.Text) is not { } moment)
        {
            return [new(new Refusal(field.Key == "date" ? "desk.warn.date" : "desk.warn.date-ignored"), FieldRepairs.Date(clock, now.Text))];
        }
        var shown = moment.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        return field.Key switch
        {
            // Where both stand, publishDate alone decides.
            "date" or "publishDate" when moment > clock.Now && !site.Settings.BuildFuture && (field.Key == "publishDate" || front["publishDate"] is not { Text: not "" }) =>
                [new(new Refusal("desk.warn.future", shown, clock.SiteZone.Id), field.Key == "date" ? FieldRepairs.Now(clock) : FieldRepairs.Remove)],
            "expiryDate" when moment <= clock.Now && !site.Settings.BuildExpired => [new(new Refusal("desk.warn.expired", shown), FieldRepairs.Remove)],
            _ => [],
        };
    }

    /// <summary>Hugo reads its own switches from a text too; the theme takes any text for on, but turns MathJax on for a switch alone.</summary>
    private FieldWarning[] OfSwitch(DetailField field, Field now) => field.Key switch
    {
        "draft" when HugoSwitch.IsOn(now) => site.Settings.BuildDrafts ? [] : [new(new Refusal("desk.warn.draft"), FieldRepairs.Turn(false))],
        _ when now.IsOn is not null => [],
        "draft" or "isCJKLanguage" => [],
        "mathjax" => [new(new Refusal("desk.warn.mathjax", now.Text), FieldRepairs.Switch(now.Text))],
        _ when now.Kind == ValueKind.Text && now.Text.Length > 0 => [new(new Refusal("desk.warn.quoted-switch", now.Text), FieldRepairs.Switch(now.Text))],
        _ => [new(new Refusal("desk.warn.no-switch", now.Text), FieldRepairs.Switch(now.Text))],
    };

    /// <summary>Hugo makes a list of a text itself where the field is its own and no theme's.</summary>
    private static FieldWarning[] OfSingle(DetailField field, Field now) => field.Key is "aliases" or "keywords"
        ? []
        : [new(new Refusal(field.Kind == HugoFieldKind.Languages ? "desk.warn.one-text" : "desk.warn.not-a-list"), FieldRepairs.List(field.Key, now))];

    private FieldWarning[] OfTaxonomy(DetailField field, Field now) =>
        field.Key is "tags" or "categories" && now.Items.Count > 0 && !site.Settings.Taxonomies.Values.Contains(field.Key, StringComparer.OrdinalIgnoreCase)
            ? [new(new Refusal("desk.warn.no-taxonomy", field.Key))]
            : [];

    private FieldWarning[] OfItems(DetailField field, Field now)
    {
        var widgets = field.Kind == HugoFieldKind.Widgets ? ThemeWidgets.Find(site.Folder, site.Settings) : [];
        return
        [
            .. from item in now.Items.Distinct()
               let wrong = widgets.Contains(item) ? null : FieldRules.Refusal(HugoFields.Find(field.Key)!, item)
               where wrong is not null
               select field.Kind switch
               {
                   HugoFieldKind.Terms => new FieldWarning(new Refusal("desk.warn.term", item), FieldRepairs.Without(now, item)),
                   HugoFieldKind.Languages => new FieldWarning(wrong, FieldRepairs.Language(now, item)),
                   _ => new FieldWarning(wrong, FieldRepairs.Without(now, item)),
               },
        ];
    }
}
