using System.Globalization;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing;

/// <summary>What would make Hugo fail on a text, or leave it out without a word.</summary>
public sealed class PublishChecks(SiteClock site)
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
        return Lists.Select(key => NoList(front[key])).FirstOrDefault(refusal => refusal is not null)
            ?? LeftOut(front) ?? Undated(front) ?? TooEarly(front) ?? TooLate(front);
    }

    /// <summary>One string where a list belongs ends the build of the whole site.</summary>
    private static Refusal? NoList(Field? field) => field is null or { Kind: ValueKind.List or ValueKind.Null }
        ? null
        : new Refusal("publishing.front.list", field.Key, field.Line);

    private static Refusal? LeftOut(FrontMatter front) => front["draft"]?.IsOn == true ? new Refusal("publishing.front.draft") : null;

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
        if (field is null || site.Read(field.Text) is not { } moment || moment <= site.Now)
        {
            return null;
        }
        return new Refusal("publishing.front.future", field.Text, Show(moment), Show(site.Now), site.SiteZone.Id);
    }

    private Refusal? TooLate(FrontMatter front) =>
        front["expiryDate"] is { Text: not "" } field && site.Read(field.Text) is { } moment && moment <= site.Now
            ? new Refusal("publishing.front.expired", field.Text)
            : null;

    private static string Show(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
