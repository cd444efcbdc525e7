using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Features.Desk.Fields;

/// <summary>"Site default", with what the site's own settings make it where they say.</summary>
internal static class SiteDefault
{
    public static string Say(Words words, CurrentSite site, string key) => site.Settings.DefaultOf(key) is { Length: > 0 } written
        ? words.Say("desk.site-default.is", Value(words, HugoFields.Find(key)!, written))
        : words["desk.site-default"];

    private static string Value(Words words, HugoField field, string written) => (field.Kind, written) switch
    {
        (HugoFieldKind.Switch, "true") => words["desk.on"],
        (HugoFieldKind.Switch, "false") => words["desk.off"],
        (HugoFieldKind.Sidebar, "left" or "right") => words[$"desk.sidebar.{written}"],
        (HugoFieldKind.Sidebar, "false") => words["desk.sidebar.none"],
        (HugoFieldKind.Widgets, _) => string.Join(", ", written.Split(", ").Select(widget => field.Allowed.Contains(widget) ? words[$"desk.widget.{widget}"] : widget)),
        _ => written,
    };
}
