using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Features.Editing;

/// <summary>
/// What the site's theme (Mainroad) puts around an article's text, from its front matter and, where that says nothing, the site's own defaults: above it title, date, categories, lead, thumbnail and
/// contents; below it tags, author box, neighbours and the sidebar with its widgets. All of it is escaped here.
/// </summary>
public sealed class PagePreview(NewsroomSettings settings, Words words)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly string[] Widgets = ["search", "recent", "categories", "taglist", "social", "languages", "sidemenu"];

    public string Head(FrontMatter front, SiteSettings site, string language)
    {
        var html = new StringBuilder();
        if (Text(front, "title") is { Length: > 0 } title)
        {
            html.Append("<h1>").Append(title).Append("</h1>");
        }
        AppendMeta(html, front, site, language);
        AppendParagraph(html, "lead", Text(front, "lead"));
        AppendThumbnail(html, front, language);
        AppendBox(html, front, site, "toc", language);
        return html.ToString();
    }

    public string Aside(FrontMatter front, SiteSettings site, string language)
    {
        var html = new StringBuilder();
        AppendTags(html, front);
        AppendBox(html, front, site, "authorbox", language);
        AppendBox(html, front, site, "pager", language);
        AppendSidebar(html, front, site, language);
        return html.ToString();
    }

    private void AppendMeta(StringBuilder html, FrontMatter front, SiteSettings site, string language)
    {
        string[] meta = [Date(front, site, language), string.Join("、", (front["categories"]?.Items ?? []).Select(Html.Encode))];
        AppendParagraph(html, "meta", string.Join(" · ", meta.Where(part => part.Length > 0)));
    }

    /// <summary>Hugo shows a date on the clock of the zone that it is written in; without one, of the site's.</summary>
    private string Date(FrontMatter front, SiteSettings site, string language)
    {
        var written = front["date"]?.Text ?? "";
        if (HugoDate.Read(written, site.ZoneOr(settings.Zone)) is not { } moment)
        {
            return "";
        }
        var shown = moment.ToString(language == Words.English ? "MMMM dd, yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture);
        return $"<time>{Html.Encode(shown)}</time>";
    }

    private void AppendThumbnail(StringBuilder html, FrontMatter front, string language)
    {
        var address = Thumbnail(front);
        if (address.Length == 0)
        {
            return;
        }
        // A path within the site cannot be fetched from here: its name is shown instead.
        html.Append(Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? $"<figure class=\"thumbnail\"><img src=\"{Html.Encode(url.AbsoluteUri)}\" alt=\"{Text(front, "title")}\"></figure>"
            : $"<p class=\"box thumbnail\">{Html.Encode(words.In(language, "editing.page.thumbnail"))} <code>{Html.Encode(address)}</code></p>");
    }

    /// <summary>The address itself, or <c>src</c> of a map.</summary>
    private static string Thumbnail(FrontMatter front) =>
        front["thumbnail"] is not { } field ? "" : field.Kind == ValueKind.Map ? field.TextOf("src") ?? "" : field.Text;

    private static void AppendTags(StringBuilder html, FrontMatter front)
    {
        var tags = front["tags"]?.Items ?? [];
        if (tags.Count > 0)
        {
            html.Append("<p class=\"tags\">").AppendJoin(' ', tags.Select(tag => $"<span class=\"tag\">{Html.Encode(tag)}</span>")).Append("</p>");
        }
    }

    private void AppendSidebar(StringBuilder html, FrontMatter front, SiteSettings site, string language)
    {
        // An empty text, or an empty list of widgets, is the site's default too.
        var isSites = front["sidebar"] is not { Text.Length: > 0 };
        var written = (isSites ? site.DefaultOf("sidebar") : front["sidebar"]!.Text) ?? "";
        if (written.Length == 0 || written == "false" && (isSites || front["sidebar"]!.IsOn == false))
        {
            return;
        }
        var side = written == "left" ? "left" : "right";
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"sidebar {side}\"><p class=\"label\">{Html.Encode(words.In(language, $"editing.page.sidebar.{side}"))}</p>");
        foreach (var widget in front["widgets"]?.Items is { Count: > 0 } own ? own : site.DefaultsOf("widgets"))
        {
            var label = Widgets.Contains(widget) ? words.In(language, $"editing.page.widget.{widget}") : widget;
            html.Append("<p class=\"box widget\">").Append(Html.Encode(label)).Append("</p>");
        }
        html.Append("</section>");
    }

    /// <summary>A thing that the theme makes when the site is built, where the article switches it on, or else the site. A quoted "false" counts as on, there as here.</summary>
    private void AppendBox(StringBuilder html, FrontMatter front, SiteSettings site, string field, string language)
    {
        var isOn = front[field] is { Kind: not ValueKind.Null } box ? box.IsOn != false && box.Text.Length > 0 : site.DefaultOf(field) is not (null or "" or "false");
        if (isOn)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"box {field}\">{Html.Encode(words.In(language, $"editing.page.{field}"))}</p>");
        }
    }

    private static void AppendParagraph(StringBuilder html, string name, string inner)
    {
        if (inner.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"{name}\">{inner}</p>");
        }
    }

    private static string Text(FrontMatter front, string field) => Html.Encode(front[field]?.Text ?? "");
}
