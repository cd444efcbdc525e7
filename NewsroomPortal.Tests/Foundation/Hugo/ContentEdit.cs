using System.Text.Json;
using System.Text.Json.Nodes;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>One edit of one field that the law is tried with, and what Hugo must read after it.</summary>
/// <param name="Name">What is done, for the message.</param>
/// <param name="Key">The field.</param>
/// <param name="Do">Makes the edit.</param>
/// <param name="Expected">From what Hugo read before to what it must read now; null where the field is gone.</param>
internal sealed record ContentEdit(string Name, string Key, Func<FrontMatter, FieldEdit> Do, Func<JsonNode?, JsonNode?> Expected)
{
    public static readonly string[] Dates = ["date", "lastmod", "publishdate", "expirydate", "pubdate", "published", "modified", "unpublishdate"];

    /// <summary>Every scalar replaced, every list's items edited, added and removed, every key taken out, a new key.</summary>
    public static IEnumerable<ContentEdit> Of(FrontMatter front)
    {
        yield return Set("add", "np_new", new FieldValue.Text("甲: \"乙\" # '丙' \\ [x]"));
        yield return Set("add", "np_list", new FieldValue.Items(["甲", "true", "a, b"]));
        foreach (var field in front.Fields.Where(each => !each.IsDuplicate))
        {
            yield return new("remove", field.Key, each => each.Remove(field.Key), _ => null);
            if (field.Kind == ValueKind.List && !field.IsNested)
            {
                foreach (var edit in OfItems(field))
                    yield return edit;
            }
            else
            {
                yield return Set("replace", field.Key, Other(field));
            }
        }
    }

    private static IEnumerable<ContentEdit> OfItems(Field field)
    {
        // Of output formats Hugo knows only its own.
        var item = field.HasKey("outputs") ? "CSV" : "新: 'x', \"y\"";
        yield return OnItems("add item", field.Key, [.. field.Items, item], now => [.. now, item]);
        if (field.Items.Count > 0)
        {
            yield return OnItems("edit item", field.Key, [item, .. field.Items.Skip(1)], now => [item, .. now.Skip(1)]);
            yield return OnItems("remove item", field.Key, [.. field.Items.SkipLast(1)], now => now.SkipLast(1));
        }
    }

    /// <summary>Another value of the kind that the field has.</summary>
    private static FieldValue Other(Field field) => field switch
    {
        _ when field.Kind == ValueKind.Switch || field.HasKey("draft") => new FieldValue.Switch(field.IsOn != true),
        { Kind: ValueKind.Number } => new FieldValue.Number(field.Text == "7301" ? 7302 : 7301),
        { Kind: ValueKind.Date } => new FieldValue.Date("2021-03-04 05:06:07"),
        _ when Dates.Contains(field.Key.ToLowerInvariant()) => new FieldValue.Date("2021-03-04 05:06:07"),
        // Hugo asks for a program by this name.
        _ when field.HasKey("markup") => new FieldValue.Text("html"),
        _ => new FieldValue.Text($"改：{field.Line} \"x\" # 'y' \\n: [z]"),
    };

    private static ContentEdit Set(string name, string key, FieldValue value) => new(name, key, front => front.Set(key, value), _ => value switch
    {
        FieldValue.Text text => text.Value,
        FieldValue.Date date => date.Written,
        FieldValue.Switch toggle => toggle.IsOn,
        FieldValue.Number number => number.Value,
        FieldValue.Items items => new JsonArray([.. items.Values.Select(item => (JsonNode)item)]),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    });

    private static ContentEdit OnItems(string name, string key, string[] items, Func<IEnumerable<JsonNode?>, IEnumerable<JsonNode?>> expected) => new(
        name, key, front => front.Set(key, new FieldValue.Items(items)), now => new JsonArray([.. expected(now is JsonArray list ? list : []).Select(item => item?.DeepClone())]));

    /// <summary>The fields that Hugo reads otherwise than it should after the edit.</summary>
    public IEnumerable<string> Wrong(JsonObject before, JsonObject after)
    {
        var own = Key.ToLowerInvariant();
        foreach (var key in before.Select(each => each.Key).Union(after.Select(each => each.Key)))
        {
            // Without a date of its own a page takes one of its other dates.
            var followsDate = Dates.Contains(own) && Dates.Contains(key) && key != own;
            // Hugo gives a page without front matter no fields at all.
            var isNew = before.Count == 0 && IsDerived(key);
            if (key != own && !followsDate && !isNew && !JsonNode.DeepEquals(before[key], after[key]))
                yield return $"{key}: {Show(before[key])} became {Show(after[key])}";
        }
        var expected = Expected(before[own]);
        if (!(Name == "remove" && IsDerived(own)) && Plain(own, expected) != Plain(own, after[own]))
            yield return $"{own}: {Show(after[own])} is not {Show(expected)}";
    }

    /// <summary>Fields that Hugo gives every page.</summary>
    private static bool IsDerived(string key) => Dates.Contains(key) || key is "draft" or "iscjklanguage";

    /// <summary>Hugo makes a time of a date, a list of strings of some single texts, and nothing of an empty list.</summary>
    private static string Plain(string key, JsonNode? value) => value switch
    {
        null or JsonArray { Count: 0 } => "",
        // Of an output format Hugo tells all that it knows.
        JsonArray list => string.Join('\n', list.Select(item => Show(item is JsonObject format && key == "outputs" ? format["name"] : item))),
        _ when value.GetValueKind() == JsonValueKind.String && HugoDate.Read(value.GetValue<string>(), null) is { } moment => $"{moment.UtcDateTime:O}",
        _ when value.GetValueKind() == JsonValueKind.Number => $"{value.GetValue<decimal>():0.##########}",
        _ => Show(value),
    };

    private static string Show(JsonNode? value) => value is null ? "nothing" : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
