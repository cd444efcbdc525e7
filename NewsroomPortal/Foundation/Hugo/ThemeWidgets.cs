namespace NewsroomPortal.Foundation.Hugo;

/// <summary>The widgets that a site's theme, or the site itself, has a template for: <c>layouts/partials/widgets/NAME.html</c>.</summary>
public static class ThemeWidgets
{
    /// <summary>Each name once; empty where the folders cannot be read.</summary>
    public static IReadOnlyCollection<string> Find(string folder, SiteSettings settings)
    {
        try
        {
            return [.. settings.ThemeFolders.Prepend(folder)
                .Select(place => new DirectoryInfo(Path.Combine(place, "layouts", "partials", "widgets")))
                .Where(place => place.Exists)
                .SelectMany(place => place.EnumerateFiles("*.html"))
                .Select(template => Path.GetFileNameWithoutExtension(template.Name)).Distinct()];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
