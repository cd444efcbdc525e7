namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What a site sets that changes the pages of its texts and that the instant preview does not follow; the true preview does.</summary>
internal static class MarkupNotShown
{
    // Hugo's own (gohugoio/hugo, markup/goldmark/goldmark_config, markup/highlight/config.go).
    private static readonly Dictionary<string, string> Standard = new(StringComparer.OrdinalIgnoreCase)
    {
        ["defaultMarkdownHandler"] = "goldmark",
        ["goldmark.parser.attribute.block"] = "false",
        ["goldmark.parser.wrapStandAloneImageWithinParagraph"] = "true",
        ["highlight.anchorLineNos"] = "false",
        ["highlight.codeFences"] = "true",
        ["highlight.guessSyntax"] = "false",
        ["highlight.hl_inline"] = "false",
        ["highlight.hl_Lines"] = "",
        ["highlight.lineAnchors"] = "",
        ["highlight.lineNoStart"] = "1",
        ["highlight.lineNos"] = "false",
        ["highlight.lineNumbersInTable"] = "true",
        ["highlight.noClasses"] = "true",
        ["highlight.noHl"] = "false",
        ["highlight.style"] = "monokai",
        ["highlight.tabWidth"] = "4",
    };

    private static readonly HashSet<string> Shown = new(StringComparer.OrdinalIgnoreCase)
    {
        "goldmark.renderer.unsafe", "goldmark.renderer.hardWraps", "goldmark.renderer.xhtml",
        "goldmark.parser.autoHeadingID", "goldmark.parser.autoHeadingIDType", "goldmark.parser.attribute.title",
        "goldmark.extensions.typographer", "goldmark.extensions.typographer.disable", "goldmark.extensions.linkify", "goldmark.extensions.linkifyProtocol",
        "goldmark.extensions.table", "goldmark.extensions.strikethrough", "goldmark.extensions.taskList",
        "goldmark.extensions.definitionList", "goldmark.extensions.footnote",
    };

    /// <summary>Each as it is written below <c>markup</c>, such as <c>highlight.lineNos = true</c>.</summary>
    public static IReadOnlyList<string> Of(SettingsTable site)
    {
        var markup = site.Table("markup") ?? new();
        var set = markup.Leaves().Where(leaf => leaf.Key.Equals("defaultMarkdownHandler", StringComparison.OrdinalIgnoreCase)
            || leaf.Key.StartsWith("goldmark.", StringComparison.OrdinalIgnoreCase) || leaf.Key.StartsWith("highlight.", StringComparison.OrdinalIgnoreCase));
        var others = set.Where(leaf => !Shown.Contains(leaf.Key) && !(Standard.TryGetValue(leaf.Key, out var standard) && standard == leaf.Value));
        var emoji = site.Switch("enableEmoji", false) ? ["enableEmoji = true"] : Array.Empty<string>();
        return [.. others.Select(leaf => $"{leaf.Key} = {leaf.Value}").Order(StringComparer.Ordinal), .. emoji];
    }
}
