using System.Globalization;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Review;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering.Shortcodes;

namespace NewsroomPortal.Features.Publishing;

/// <summary>What would make Hugo or the site's theme fail on a text, or leave it out without a word.</summary>
public sealed class PublishChecks(SiteClock site, CurrentSite current, ShortcodeChecks shortcodes)
{
    private static readonly string[] Lists = ["categories", "tags", "widgets"];
    private static readonly string[] Dates = ["date", "publishDate", "expiryDate"];

    public Refusal? Refusal(string text)
    {
        var front = FrontMatter.Read(text);
        if (front.Error is { } error)
        {
            return new Refusal("publishing.front.error", error.Line);
        }
        return Lists.Union(current.Settings.Taxonomies.Values).Select(key => NoList(front[key])).FirstOrDefault(refusal => refusal is not null)
            ?? UnknownWidget(front) ?? WholeAddress(front) ?? CallsInline(front) ?? shortcodes.Refusal(front) ?? LeftOut(front) ?? Undated(front) ?? TooEarly(front) ?? TooLate(front);
    }

    /// <summary>Hugo fails on such a page's <c>url</c>: "URLs with protocol (http*) not supported".</summary>
    public static bool HasProtocol(string url) => url.StartsWith("http", StringComparison.Ordinal) && url.Contains("://", StringComparison.Ordinal);

    /// <summary>One string where a list belongs ends the build of the whole site.</summary>
    private static Refusal? NoList(Field? field) => field is null or { Kind: ValueKind.List or ValueKind.Null }
        ? null
        : new Refusal("publishing.front.list", field.Key, field.Line);

    private static Refusal? CallsInline(FrontMatter front) => InlineShortcode.FindLine(front.Body) is { } line
        ? new Refusal("publishing.inlineShortcode", front.FileText.AsSpan(0, front.BodyStart).Count('\n') + line + 1)
        : null;

    /// <summary>The theme asks for a template of that name, and there is none.</summary>
    private Refusal? UnknownWidget(FrontMatter front)
    {
        var unknown = (front["widgets"]?.Items ?? []).Except(HugoFields.Find("widgets")!.Allowed).ToList();
        var wrong = unknown.Count == 0 ? null : unknown.Except(ThemeWidgets.Find(current.Folder, current.Settings)).FirstOrDefault();
        return wrong is null ? null : new Refusal("publishing.front.widget", wrong, front["widgets"]!.Line);
    }

    private static Refusal? WholeAddress(FrontMatter front) =>
        front["url"] is { } url && HasProtocol(url.Text) ? new Refusal("publishing.front.url", url.Text, url.Line) : null;

    private Refusal? LeftOut(FrontMatter front) =>
        HugoSwitch.IsOn(front["draft"]) && !current.Settings.BuildDrafts ? new Refusal("publishing.front.draft") : null;

    private Refusal? Undated(FrontMatter front)
    {
        var wrong = Dates.Select(key => front[key])
            .FirstOrDefault(field => field is { Text: not "" } && site.Read(field.Text) is null);
        return wrong is null ? null : new Refusal("publishing.front.date", wrong.Key, wrong.Text);
    }

    /// <summary>Hugo leaves out a story of the future, by its publishDate, else its date.</summary>
    private Refusal? TooEarly(FrontMatter front)
    {
        var field = new[] { front["publishDate"], front["date"] }.FirstOrDefault(field => field is { Text: not "" });
        if (field is null || current.Settings.BuildFuture || site.Read(field.Text) is not { } moment || moment <= site.Now)
        {
            return null;
        }
        return new Refusal("publishing.front.future", field.Text, Show(moment), Show(site.Now), site.SiteZone.Id);
    }

    private Refusal? TooLate(FrontMatter front) =>
        !current.Settings.BuildExpired && front["expiryDate"] is { Text: not "" } field && site.Read(field.Text) is { } moment && moment <= site.Now
            ? new Refusal("publishing.front.expired", field.Text)
            : null;

    private static string Show(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
