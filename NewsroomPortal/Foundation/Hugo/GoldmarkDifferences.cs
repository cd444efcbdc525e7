namespace NewsroomPortal.Foundation.Hugo;

/// <summary>In what a site's <c>markup.goldmark</c> is not Hugo's own.</summary>
public static class GoldmarkDifferences
{
    /// <summary>Each as it is written in a settings file, such as <c>extensions.typographer = false</c>.</summary>
    public static IReadOnlyList<string> Of(GoldmarkSettings site) =>
        [.. All(site).Zip(All(GoldmarkSettings.Default)).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First.Key} = {pair.First.Value}")];

    private static (string Key, string Value)[] All(GoldmarkSettings site) =>
    [
        ("renderer.unsafe", Say(site.Unsafe)),
        ("renderer.hardWraps", Say(site.HardWraps)),
        ("renderer.xhtml", Say(site.Xhtml)),
        ("parser.autoHeadingID", Say(site.AutoHeadingId)),
        ("parser.autoHeadingIDType", $"\"{site.AutoHeadingIdType}\""),
        ("parser.attribute.title", Say(site.HeadingAttributes)),
        ("extensions.typographer", Say(site.Typographer)),
        ("extensions.linkify", Say(site.Linkify)),
        ("extensions.linkifyProtocol", $"\"{site.LinkifyProtocol}\""),
        ("extensions.table", Say(site.Table)),
        ("extensions.strikethrough", Say(site.Strikethrough)),
        ("extensions.taskList", Say(site.TaskList)),
        ("extensions.definitionList", Say(site.DefinitionList)),
        ("extensions.footnote", Say(site.Footnote)),
    ];

    private static string Say(bool isOn) => isOn ? "true" : "false";
}
