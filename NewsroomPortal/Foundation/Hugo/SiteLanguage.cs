namespace NewsroomPortal.Foundation.Hugo;

/// <summary>One of the languages that a site is built in.</summary>
/// <param name="Key">As Hugo has it in addresses and file suffixes: lower case, such as <c>zh-hk</c>.</param>
/// <param name="Name">What the site calls it (<c>languageName</c>); else the key.</param>
/// <param name="Title">The site's title in it; null where it has none of its own.</param>
/// <param name="ContentFolder">Its own content folder, relative to the site's; null where it has none, and files are told apart by suffix.</param>
public sealed record SiteLanguage(string Key, string Name, int Weight, string? Title, string? ContentFolder);
