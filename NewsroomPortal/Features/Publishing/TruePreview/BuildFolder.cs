using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>
/// The temporary folder of one build: a content folder that holds one article, the pictures of its bundle and the pages of the sections it lies
/// in. All else of the site is read where it lies, and nothing is written there.
/// </summary>
internal sealed class BuildFolder(string root, CurrentSite site) : IDisposable
{
    // Hugo's own kinds that a reader of this page does not see.
    private const string NotBuilt = "taxonomy,term,RSS,sitemap,404,robotsTXT";
    private const int MostBundleFiles = 500;

    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = true };

    private readonly SiteMounts? _mounts = SiteMounts.Of(site);

    public string Root => root;

    public string Content { get; } = Path.Combine(root, "content");

    public string Public { get; } = Path.Combine(root, "public");

    public string Home { get; } = Directory.CreateDirectory(Path.Combine(root, "home")).FullName;

    /// <summary>False: the site takes content from outside its folder, which would be built too.</summary>
    public bool CanBeLaid => _mounts?.CanBeReplaced ?? true;

    /// <summary>The site's content folders, relative to it.</summary>
    public IReadOnlyList<string> ContentFolders => _mounts?.ContentFolders.ToList() is { Count: > 0 } mounted ? mounted
        : [.. site.Settings.Languages.Select(language => language.ContentFolder).OfType<string>().Append(site.Settings.ContentFolder)];

    /// <summary>Folders of files that the site publishes as they are, relative to it: read where they lie.</summary>
    public IReadOnlyList<string> StaticFolders => _mounts?.StaticFolders.ToList() is { Count: > 0 } mounted ? mounted : site.Settings.StaticFolders;

    /// <summary>Where Hugo will find the article; null: it lies in none of the site's content folders.</summary>
    public string? Lay(string path, byte[] bytes)
    {
        var folder = ContentFolders.Where(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)).MaxBy(folder => folder.Length);
        if (folder is null)
        {
            return null;
        }
        var own = Path.Combine(Content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(own)!);
        var source = new ContentFolder(site.Folder);
        LaySections(source, path, folder);
        if (Path.GetFileName(path).StartsWith("index.", StringComparison.Ordinal))
        {
            LayBundle(Path.GetDirectoryName(path)!);
        }
        File.WriteAllBytes(own, bytes);
        return own;
    }

    /// <summary>A path of the site as it stands below its address.</summary>
    public string Publish(string path) => _mounts?.Publish(path) ?? Path.GetRelativePath(site.Settings.ContentFolder, path).Replace(Path.DirectorySeparatorChar, '/');

    public IEnumerable<string> Arguments(string address) =>
    [
        "--source", site.Folder, "--contentDir", Path.Combine(Content, site.Settings.ContentFolder), "--destination", Public, "--cacheDir", Path.Combine(Home, "cache"),
        "--buildDrafts", "--buildFuture", "--buildExpired", "--noBuildLock", "--disableKinds", NotBuilt, "--baseURL", address,
    ];

    public Dictionary<string, string> Environment(string address)
    {
        var environment = new Dictionary<string, string>
        {
            ["HUGO_BASEURL"] = address,
            ["HUGO_CONTENTDIR"] = Path.Combine(Content, site.Settings.ContentFolder),
            // Said here too: `hugo list` takes no such arguments, and would make them in the site.
            ["HUGO_PUBLISHDIR"] = Public,
            ["HUGO_NOBUILDLOCK"] = "true",
            ["HUGO_RESOURCEDIR"] = Path.Combine(Home, "resources"),
            // Served from where they lie: a newspaper's pictures are not copied for one page.
            ["HUGO_STATICDIR"] = Directory.CreateDirectory(Path.Combine(Home, "static")).FullName,
            // What an author writes must neither fetch nor run anything.
            ["HUGO_SECURITY_ENABLEINLINESHORTCODES"] = "false",
            ["HUGO_SECURITY_HTTP_URLS"] = "none",
        };
        foreach (var language in site.Settings.Languages.Where(language => language.ContentFolder is not null))
        {
            environment[$"HUGOxLANGUAGESx{language.Key}xCONTENTDIR"] = Path.Combine(Content, language.ContentFolder!);
        }
        if (_mounts is not null)
        {
            environment["HUGO_MODULE_MOUNTS"] = _mounts.With(Content);
        }
        return environment;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(root, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It is swept at the next start.
        }
    }

    /// <summary>The <c>_index</c> pages above: they give a section its title, and its pages what they cascade.</summary>
    private void LaySections(ContentFolder source, string path, string folder)
    {
        for (var section = Path.GetDirectoryName(path)!; section.Length >= folder.Length; section = Path.GetDirectoryName(section)!)
        {
            if (Path.Combine(site.Folder, section) is var full && Directory.Exists(full))
            {
                foreach (var page in Directory.EnumerateFiles(full, "_index.*"))
                {
                    Copy(source, section + "/" + Path.GetFileName(page));
                }
            }
        }
    }

    private void LayBundle(string folder)
    {
        var source = new ContentFolder(site.Folder);
        var full = Path.Combine(site.Folder, folder);
        if (!Directory.Exists(full))
        {
            return;
        }
        foreach (var file in Directory.EnumerateFiles(full, "*", Plain).Take(MostBundleFiles))
        {
            Copy(source, Path.GetRelativePath(site.Folder, file).Replace(Path.DirectorySeparatorChar, '/'));
        }
    }

    private void Copy(ContentFolder source, string path)
    {
        if (source.Read(path) is { } bytes)
        {
            var target = Path.Combine(Content, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, bytes);
        }
    }
}
