using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Desk.Fields;

/// <summary>What may be written into a field: what would break the site or be dropped by Hugo without a word is refused, with the remedy.</summary>
public static class FieldRules
{
    /// <summary>The longest text that a box of the form takes: a circuit's message may hold 32 KiB. A longer one is edited in the front matter.</summary>
    public const int LongestText = 4000;

    /// <summary>Whether the field's control can show this value; else it is shown as written, and edited in the front matter.</summary>
    public static bool CanShow(HugoFieldKind kind, Field? field) => field is null || (IsList(kind)
        ? field.Kind != ValueKind.Map && (field.Kind != ValueKind.List || field.Node.IsListOfSingles)
        : field.Node.IsSingle && field.Text.Length <= LongestText);

    public static bool IsList(HugoFieldKind kind) => kind is HugoFieldKind.Terms or HugoFieldKind.Languages or HugoFieldKind.Lines or HugoFieldKind.Widgets;

    /// <summary>Why a single value cannot be written; null where it can.</summary>
    public static Refusal? Refusal(string key, FieldValue value) => (HugoFields.Find(key)?.Kind, value) switch
    {
        (_, FieldValue.Items items) => Refusal(key, items.Values),
        (HugoFieldKind.Date, FieldValue.Date date) when HugoDate.IsDropped(date.Written) => new Refusal("desk.wrong.Date", date.Written),
        (HugoFieldKind.Sidebar, FieldValue.Text side) when side.Value is not ("left" or "right") => new Refusal("desk.wrong.Sidebar", side.Value),
        (_, FieldValue.Text text) when text.Value.Length > LongestText => new Refusal("desk.warn.long", LongestText),
        _ => null,
    };

    /// <summary>Why items cannot be added to a list; null where all can.</summary>
    public static Refusal? Refusal(string key, IEnumerable<string> added) =>
        HugoFields.Find(key) is { } field ? added.Select(item => Refusal(field, item)).FirstOrDefault(refusal => refusal is not null) : null;

    public static Refusal? Refusal(HugoField field, string item) => field.Kind switch
    {
        HugoFieldKind.Terms when TermRules.Refusal(item) is { } why => new Refusal(why, item),
        HugoFieldKind.Languages when !LanguageTag.IsWellFormed(item) => new Refusal("desk.wrong.Languages", item),
        HugoFieldKind.Widgets when !field.Allowed.Contains(item) => new Refusal("desk.wrong.Widgets", item, string.Join(", ", field.Allowed)),
        _ => null,
    };
}
