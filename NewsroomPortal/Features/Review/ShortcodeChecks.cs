using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering.Shortcodes;

namespace NewsroomPortal.Features.Review;

/// <summary>Refuses a text whose shortcodes would end the site's build, by name and line. The site's folders are only looked into for a text that has some.</summary>
public sealed class ShortcodeChecks(CurrentSite current)
{
    public Refusal? Refusal(FrontMatter front)
    {
        var body = front.Body;
        if (!body.Contains("{{<", StringComparison.Ordinal) && !body.Contains("{{%", StringComparison.Ordinal))
        {
            return null;
        }
        var settings = current.Settings;
        var problem = ShortcodeCheck.Find(
            body, SiteShortcodes.Find(current.Folder, settings), new PageParams(front, settings.Shortcodes), new SitePages(current.Folder, settings), settings.Shortcodes);
        return problem is null ? null : new Refusal(problem.Word, front.FileText.AsSpan(0, front.BodyStart).Count('\n') + problem.Line + 1, problem.Detail);
    }
}
