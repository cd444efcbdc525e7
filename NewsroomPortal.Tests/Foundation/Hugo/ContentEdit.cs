using System.Text.Json;
using System.Text.Json.Nodes;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>One edit of one value that the law is tried with, and what Hugo must read after it.</summary>
/// <param name="Name">What is done, for the message.</param>
/// <param name="Path">Of the value.</param>
/// <param name="Do">Makes the edit.</param>
/// <param name="Expected">From what Hugo read before to what it must read now; null where the value is gone.</param>
internal sealed record ContentEdit(string Name, FieldPath Path, Func<FrontMatter, FieldEdit> Do, Func<JsonNode?, JsonNode?> Expected)
{
    public static readonly string[] Dates = ["date", "lastmod", "publishdate", "expirydate", "pubdate", "published", "modified", "unpublishdate"];

    public string Key => Path.Steps[0].Key!;

    /// <summary>
    /// At every depth: every single value replaced, every list's items edited, added and taken out, every key and item taken out, every map given a new key,
    /// every list of maps a new one.
    /// </summary>
    public static IEnumerable<ContentEdit> Of(FrontMatter front)
    {
        yield return Set("add", "np_new", new FieldValue.Text("甲: \"乙\" # '丙' \\ [x]"));
        yield return Set("add", "np_list", new FieldValue.Items(["甲", "true", "a, b"]));
        yield return Add("add map", FieldPath.Of("np_map"), ["a.b", "c"]);
        foreach (var field in front.Fields.Where(each => !each.IsDuplicate))
            yield return Remove("remove", field.Key);

        var holders = new HashSet<FieldPath>();
        foreach (var (path, field) in front.Values())
        {
            foreach (var edit in field.Kind == ValueKind.List ? OfItems(path, field) : [Set("replace", path, Other(path, field))])
                yield return edit;
            if (path.Steps.Count > 1)
                yield return Remove("remove inner", path);
            foreach (var edit in Enumerable.Range(1, path.Steps.Count - 1).Select(depth => Front(path, depth)).Where(holders.Add).SelectMany(holder => OfHolder(front, holder)))
                yield return edit;
        }
    }

    private static FieldPath Front(FieldPath path, int depth) => FieldPath.Of(path.Steps[0].Key!, path.Steps.Take(depth).Skip(1));

    /// <summary>Of a map, or a list of other things than single values.</summary>
    private static IEnumerable<ContentEdit> OfHolder(FrontMatter front, FieldPath path)
    {
        if (path.Steps.Count > 1)
            yield return Remove("remove holder", path);
        if (front[path]!.Kind == ValueKind.Map)
        {
            yield return Set("add inner", path.Then("np_new"), new FieldValue.Text("甲: \"乙\""));
            yield return Add("add inner map", path.Then("np_map"), ["a.b", "c"]);
        }
        else
        {
            var count = Enumerable.Range(0, int.MaxValue).First(index => front[path.Then(index)] is null);
            yield return Add("add item map", path.Then(count), ["np_new"]);
        }
    }

    private static IEnumerable<ContentEdit> OfItems(FieldPath path, Field field)
    {
        // Of output formats Hugo knows only its own.
        var item = field.HasKey("outputs") ? "CSV" : "新: 'x', \"y\"";
        yield return OnItems("add item", path, [.. field.Items, item], now => [.. now, item]);
        if (field.Items.Count > 0)
        {
            yield return OnItems("edit item", path, [item, .. field.Items.Skip(1)], now => [item, .. now.Skip(1)]);
            yield return OnItems("remove item", path, [.. field.Items.SkipLast(1)], now => now.SkipLast(1));
            var last = path.Then(field.Items.Count - 1);
            yield return new("replace one item", path, front => front.Set(last, new FieldValue.Text(item)), now => Items(now, each => [.. each.SkipLast(1), item]));
            yield return new("remove one item", path, front => front.Remove(path.Then(0)), now => Items(now, each => each.Skip(1)));
        }
    }

    /// <summary>Another value of the kind that the field has.</summary>
    private static FieldValue Other(FieldPath path, Field field) => field switch
    {
        _ when field.Kind == ValueKind.Switch || field.HasKey("draft") => new FieldValue.Switch(field.IsOn != true),
        { Kind: ValueKind.Number } => new FieldValue.Number(field.Text == "7301" ? 7302 : 7301),
        { Kind: ValueKind.Date } => new FieldValue.Date("2021-03-04 05:06:07"),
        _ when path.Steps.Count == 1 && Dates.Contains(field.Key.ToLowerInvariant()) => new FieldValue.Date("2021-03-04 05:06:07"),
        // Hugo asks for a program by this name.
        _ when field.HasKey("markup") => new FieldValue.Text("html"),
        _ => new FieldValue.Text($"改：{field.Line} \"x\" # 'y' \\n: [z]"),
    };

    private static ContentEdit Set(string name, FieldPath path, FieldValue value) => new(name, path, front => front.Set(path, value), _ => value switch
    {
        FieldValue.Text text => text.Value,
        FieldValue.Date date => date.Written,
        FieldValue.Switch toggle => toggle.IsOn,
        FieldValue.Number number => number.Value,
        FieldValue.Items items => new JsonArray([.. items.Values.Select(item => (JsonNode)item)]),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    });

    private static ContentEdit Add(string name, FieldPath path, string[] keys) => new(
        name, path, front => front.Set(keys.Aggregate(path, (way, key) => way.Then(key)), new FieldValue.Text("甲")), _ => keys.Reverse().Aggregate((JsonNode)"甲", (inner, key) => new JsonObject { [key] = inner }));

    private static ContentEdit Remove(string name, FieldPath path) => new(name, path, front => front.Remove(path), _ => null);

    private static ContentEdit OnItems(string name, FieldPath path, string[] items, Func<IEnumerable<JsonNode?>, IEnumerable<JsonNode?>> expected) =>
        new(name, path, front => front.Set(path, new FieldValue.Items(items)), now => Items(now, expected));

    private static JsonArray Items(JsonNode? now, Func<IEnumerable<JsonNode?>, IEnumerable<JsonNode?>> expected) =>
        [.. expected(now is JsonArray list ? list : []).Select(item => item?.DeepClone())];

    /// <summary>The values that Hugo reads otherwise than it should after the edit.</summary>
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
        var expected = Path.Steps.Count == 1 ? Expected(before[own]) : Inner(before[own]?.DeepClone(), 1, isInList: false);
        if (!(Name == "remove" && IsDerived(own)) && Plain(own, expected) != Plain(own, after[own]))
            yield return $"{own}: {Show(after[own])} is not {Show(expected)}";
    }

    /// <summary>What Hugo must read now of a value that holds the edited one. Of keys it makes small letters, but in lists.</summary>
    private JsonNode? Inner(JsonNode? holder, int depth, bool isInList)
    {
        var step = Path.Steps[depth];
        var isEnd = depth + 1 == Path.Steps.Count;
        if (step.Key is { } written && holder is JsonObject map)
        {
            var key = isInList ? written : written.ToLowerInvariant();
            var now = isEnd ? Expected(map[key]) : Inner(map[key]?.DeepClone(), depth + 1, isInList);
            if (now is null && isEnd)
                map.Remove(key);
            else
                map[key] = now;
        }
        else if (step.Key is null && holder is JsonArray list)
        {
            var now = isEnd ? Expected(step.Index < list.Count ? list[step.Index] : null) : Inner(list[step.Index]?.DeepClone(), depth + 1, isInList: true);
            if (step.Index < list.Count)
                list.RemoveAt(step.Index);
            if (now is not null || !isEnd)
                list.Insert(step.Index, now);
        }
        return holder;
    }

    /// <summary>Fields that Hugo gives every page.</summary>
    private static bool IsDerived(string key) => Dates.Contains(key) || key is "draft" or "iscjklanguage";

    /// <summary>Hugo makes a time of a date, a list of strings of some single texts, and nothing of an empty list.</summary>
    private static string Plain(string key, JsonNode? value) => value switch
    {
        null or JsonArray { Count: 0 } => "",
        // Of an output format Hugo tells all that it knows.
        JsonArray list => string.Join('\n', list.Select(item => item is JsonObject format && key == "outputs" ? Show(format["name"]) : item is JsonArray ? $"[{Plain(key, item)}]" : Plain(key, item))),
        JsonObject map => "{" + string.Join('\n', map.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}={Plain(each.Key, each.Value)}")) + "}",
        _ when value.GetValueKind() == JsonValueKind.String && HugoDate.Read(value.GetValue<string>(), null) is { } moment => $"{moment.UtcDateTime:O}",
        _ when value.GetValueKind() == JsonValueKind.Number => $"{value.GetValue<decimal>():0.##########}",
        _ => Show(value),
    };

    private static string Show(JsonNode? value) => value is null ? "nothing" : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
