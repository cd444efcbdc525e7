using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Features.Publishing;

/// <summary>Makes the site folder where there is none yet, with a minimal <c>hugo.toml</c> in the newsroom's zone.</summary>
public sealed class NewSite(SiteClock site, NewsroomSettings settings)
{
    // Only a stand-in: a newsroom that has an address for its site writes it into its hugo.toml.
    private static readonly Uri Address = new("https://example.org/");

    /// <exception cref="ContentFolderException">It cannot be made.</exception>
    public void MakeIfMissing()
    {
        try
        {
            if (SiteSettings.Read(site.SiteFolder).File is null)
            {
                // Without this folder, even an empty one, Hugo's --cleanDestinationDir leaves the pages of withheld articles in place.
                Directory.CreateDirectory(Path.Combine(site.SiteFolder, "static"));
            }
            SiteFolder.Prepare(site.SiteFolder, "NewsroomPortal", Address, settings.TimeZone);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ContentFolderException($"The site folder {site.SiteFolder} cannot be made: {problem.Message} Set Site to another folder.", problem);
        }
    }
}
