namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Whether new stories would go where the site makes pages of them.</summary>
public static class PathPattern
{
    /// <summary>The word key of what is wrong with the pattern in this site, and what it speaks of; null where nothing is.</summary>
    public static (string Word, object[] Values)? Problem(string pattern, SiteSettings site)
    {
        var folders = site.Languages.Select(language => language.ContentFolder ?? site.ContentFolder).Distinct().ToList();
        if (!folders.Any(folder => pattern.StartsWith(folder + "/", StringComparison.Ordinal)))
            return ("hugo.pattern.outside", [pattern, string.Join(", ", folders)]);
        var name = pattern[(pattern.LastIndexOf('/') + 1)..^".md".Length];
        var dot = name.LastIndexOf('.');
        return dot >= 0 && site.Languages.All(language => language.Key != name[(dot + 1)..])
            ? ("hugo.pattern.language", [pattern, name[(dot + 1)..], string.Join(", ", site.Languages.Select(language => language.Key))])
            : null;
    }
}
