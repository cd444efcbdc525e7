using System.Globalization;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// What Hugo's <c>param</c> shortcode finds for a page: its front matter's value, else the site's, by one key or several with full stops between them
/// (0.111: <c>maps.GetNestedParam</c>). A value of false, zero or nothing counts as not found.
/// </summary>
public sealed class PageParams(FrontMatter front, ShortcodeSettings site)
{
    /// <summary>As Hugo prints it, but for dates, which are shown as written; null where Hugo ends its build.</summary>
    public string? Find(string key)
    {
        var way = key.Split('.');
        return Print(InPage(key, way)) ?? Print(site.Param([key])) ?? (way.Length > 1 ? Print(site.Param(way)) : null);
    }

    private ValueNode? InPage(string key, string[] way)
    {
        if (front[key] is { } whole)
        {
            return whole.Node;
        }
        var node = front[way[0]]?.Node;
        foreach (var name in way.Skip(1))
        {
            node = node?.Member(name)?.Node;
        }
        return node;
    }

    private static string? Print(ValueNode? node) => node switch
    {
        null or { Kind: ValueKind.Null } or { Kind: ValueKind.Switch, Text: "false" } => null,
        { Kind: ValueKind.Number } when double.TryParse(node.Text, CultureInfo.InvariantCulture, out var number) && number == 0 => null,
        { Kind: ValueKind.List } => node.Items.Count == 0 ? null : $"[{string.Join(' ', node.Items.Select(item => Print(item) ?? item.Text))}]",
        { Kind: ValueKind.Map } => node.Members.Count == 0 ? null : $"map[{string.Join(' ', node.Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Print(member.Node) ?? member.Text}"))}]",
        _ => node.Text.Length == 0 ? null : node.Text,
    };

    private static string? Print(object? value) => value switch
    {
        null or "" or false or 0L or 0d => null,
        List<object?> list => list.Count == 0 ? null : $"[{string.Join(' ', list.Select(item => Print(item) ?? SettingsTable.TextOf(item)))}]",
        SettingsTable table => table.Keys.Count == 0 ? null : $"map[{string.Join(' ', table.Keys.Order(StringComparer.Ordinal).Select(key => $"{key}:{Print(table[key]) ?? table.Text(key)}"))}]",
        _ => SettingsTable.TextOf(value),
    };
}
