using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Features.Articles;

/// <summary>Now and the dates of texts, in the newsroom's zone and as Hugo reads them in this site.</summary>
public sealed class SiteClock(NewsroomSettings settings, CurrentSite site, TimeProvider clock)
{
    public string SiteFolder => site.Folder;

    /// <summary>Now, in the newsroom's zone.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), settings.Zone);

    /// <summary>The zone in which Hugo reads a date without one.</summary>
    public TimeZoneInfo SiteZone => site.Zone;

    /// <summary>A date as Hugo reads it, in the newsroom's zone; null where Hugo drops it.</summary>
    public DateTimeOffset? Read(string written) =>
        HugoDate.Read(written, SiteZone) is { } moment ? TimeZoneInfo.ConvertTime(moment, settings.Zone) : null;

    /// <summary>The day that an article's path speaks of: its date's, else today.</summary>
    public DateOnly DayOf(string text) =>
        DateOnly.FromDateTime(((FrontMatter.Read(text)["date"] is { } date ? Read(date.Text) : null) ?? Now).DateTime);

    /// <summary>Now, as a front matter writes it.</summary>
    public string WriteNow() => Write(Now);

    /// <summary>A moment as a front matter writes it so that Hugo reads this very one: with its offset unless the site has the newsroom's zone.</summary>
    public string Write(DateTimeOffset moment) => SiteZone.HasSameRules(settings.Zone)
        ? HugoDate.Write(moment, settings.Zone)
        : HugoDate.WriteWithOffset(moment, settings.Zone);

    /// <summary>The moment of which a clock in the newsroom shows this.</summary>
    public DateTimeOffset OnTheWall(DateTime local) => new(local, settings.Zone.GetUtcOffset(local));
}
