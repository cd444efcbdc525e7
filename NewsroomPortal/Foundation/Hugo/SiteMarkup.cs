namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Reads <c>markup.goldmark</c>; what Hugo could not convert keeps its default.</summary>
internal static class SiteMarkup
{
    public static GoldmarkSettings Read(SettingsTable site)
    {
        var standard = GoldmarkSettings.Default;
        var renderer = site.Table("markup", "goldmark", "renderer");
        var parser = site.Table("markup", "goldmark", "parser");
        var extensions = site.Table("markup", "goldmark", "extensions");
        bool Extension(string key, bool isOn) => extensions?.Switch(key, isOn) ?? isOn;
        return standard with
        {
            Unsafe = renderer?.Switch("unsafe", standard.Unsafe) ?? standard.Unsafe,
            HardWraps = renderer?.Switch("hardWraps", standard.HardWraps) ?? standard.HardWraps,
            Xhtml = renderer?.Switch("xhtml", standard.Xhtml) ?? standard.Xhtml,
            AutoHeadingId = parser?.Switch("autoHeadingID", standard.AutoHeadingId) ?? standard.AutoHeadingId,
            AutoHeadingIdType = parser?.Text("autoHeadingIDType") ?? standard.AutoHeadingIdType,
            HeadingAttributes = parser?.Table("attribute")?.Switch("title", standard.HeadingAttributes) ?? standard.HeadingAttributes,
            // Later Hugos have a table here, with a switch to turn it off.
            Typographer = extensions?.Table("typographer") is { } typographer ? !typographer.Switch("disable", false) : Extension("typographer", standard.Typographer),
            Linkify = Extension("linkify", standard.Linkify),
            LinkifyProtocol = extensions?.Text("linkifyProtocol") ?? standard.LinkifyProtocol,
            Table = Extension("table", standard.Table),
            Strikethrough = Extension("strikethrough", standard.Strikethrough),
            TaskList = Extension("taskList", standard.TaskList),
            DefinitionList = Extension("definitionList", standard.DefinitionList),
            Footnote = Extension("footnote", standard.Footnote),
        };
    }
}
