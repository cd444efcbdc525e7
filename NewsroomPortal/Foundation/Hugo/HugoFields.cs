namespace NewsroomPortal.Foundation.Hugo;

/// <summary>The fields of the newsroom's files (Mainroad's theme) and Hugo's own, in the form's order.</summary>
public static class HugoFields
{
    /// <summary>The seventeen of the newsroom's own files.</summary>
    public static IReadOnlyList<HugoField> Sample { get; } =
    [
        new("title", HugoFieldKind.Text, HugoFieldGroup.Story),
        new("lead", HugoFieldKind.LongText, HugoFieldGroup.Story),
        new("summary", HugoFieldKind.LongText, HugoFieldGroup.Story),
        new("date", HugoFieldKind.Date, HugoFieldGroup.Story),
        new("categories", HugoFieldKind.Terms, HugoFieldGroup.Story),
        new("tags", HugoFieldKind.Terms, HugoFieldGroup.Story),
        new("lang", HugoFieldKind.Languages, HugoFieldGroup.Story),
        new("translations", HugoFieldKind.Languages, HugoFieldGroup.Story),
        new("thumbnail", HugoFieldKind.Picture, HugoFieldGroup.Story),

        new("comments", HugoFieldKind.Switch, HugoFieldGroup.Display),
        new("authorbox", HugoFieldKind.Switch, HugoFieldGroup.Display),
        new("pager", HugoFieldKind.Switch, HugoFieldGroup.Display),
        new("toc", HugoFieldKind.Switch, HugoFieldGroup.Display),
        new("mathjax", HugoFieldKind.Switch, HugoFieldGroup.Display),
        new("sidebar", HugoFieldKind.Sidebar, HugoFieldGroup.Display, "left", "right", "false"),
        new("widgets", HugoFieldKind.Widgets, HugoFieldGroup.Display, "search", "recent", "categories", "taglist", "social", "languages", "sidemenu"),
        new("menu", HugoFieldKind.Menu, HugoFieldGroup.Display),
    ];

    /// <summary>Those, and the ones of Hugo that a form can hold.</summary>
    public static IReadOnlyList<HugoField> All { get; } =
    [
        .. Sample,
        new("draft", HugoFieldKind.Switch, HugoFieldGroup.Publishing),
        new("publishDate", HugoFieldKind.Date, HugoFieldGroup.Publishing),
        new("expiryDate", HugoFieldKind.Date, HugoFieldGroup.Publishing),
        new("lastmod", HugoFieldKind.Date, HugoFieldGroup.Publishing),
        new("slug", HugoFieldKind.Text, HugoFieldGroup.Publishing),
        new("url", HugoFieldKind.Text, HugoFieldGroup.Publishing),
        new("aliases", HugoFieldKind.Lines, HugoFieldGroup.Publishing),
        new("translationKey", HugoFieldKind.Text, HugoFieldGroup.Publishing),

        new("description", HugoFieldKind.LongText, HugoFieldGroup.Other),
        new("linkTitle", HugoFieldKind.Text, HugoFieldGroup.Other),
        new("keywords", HugoFieldKind.Terms, HugoFieldGroup.Other),
        new("isCJKLanguage", HugoFieldKind.Switch, HugoFieldGroup.Other),
        new("weight", HugoFieldKind.Number, HugoFieldGroup.Other),
        new("type", HugoFieldKind.Text, HugoFieldGroup.Other),
        new("layout", HugoFieldKind.Text, HugoFieldGroup.Other),
    ];

    /// <summary>The field of this key, whatever its capitals; null for one that the form does not know.</summary>
    public static HugoField? Find(string key) => All.FirstOrDefault(field => field.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
}
