using System.Text.Json.Nodes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>
/// Where a site says by <c>module.mounts</c> which folders are its content: https://gohugo.io/configuration/module/#mounts. One for a kind of
/// folder makes Hugo forget the plain settings of that kind, so <c>contentDir</c> could not lead it to the one article.
/// </summary>
internal sealed class SiteMounts
{
    private readonly List<SettingsTable> _mounts;

    private SiteMounts(List<SettingsTable> mounts) => _mounts = mounts;

    /// <summary>Null: the site has no mounts of its own.</summary>
    public static SiteMounts? Of(CurrentSite site)
    {
        var (settings, _) = SettingsFiles.Read(site.Folder, site.Settings.Files);
        var mounts = (settings.Table("module")?["mounts"] as List<object?>)?.OfType<SettingsTable>().ToList();
        return mounts is { Count: > 0 } ? new(mounts) : null;
    }

    /// <summary>Content folders in the site, relative to it.</summary>
    public IEnumerable<string> ContentFolders => _mounts.Where(IsContent).Select(Source).OfType<string>();

    /// <summary>Whether all content lies in folders of the site, so that others can be put in their place.</summary>
    public bool CanBeReplaced => _mounts.Where(IsContent).All(mount => Source(mount) is not null);

    /// <summary>Folders of files that are published as they are, relative to the site.</summary>
    public IEnumerable<string> StaticFolders => _mounts.Where(IsPlainStatic).Select(Source).OfType<string>();

    /// <summary>The path below the site's address for a path in the site, or null where none of the content folders holds it.</summary>
    public string? Publish(string path) => _mounts.Where(IsContent)
        .Where(mount => Source(mount) is { } source && path.StartsWith(source + "/", StringComparison.Ordinal))
        .OrderByDescending(mount => Source(mount)!.Length)
        .Select(mount => (Target(mount)["content".Length..] + path[Source(mount)!.Length..]).TrimStart('/'))
        .FirstOrDefault();

    /// <summary>The mounts as Hugo takes them from its environment, with content from below another folder, and without files that need not be copied.</summary>
    public string With(string content) => new JsonArray([.. _mounts.Where(mount => !IsPlainStatic(mount) || Source(mount) is null).Select(mount => (JsonNode)Write(mount, content))]).ToJsonString();

    private static bool IsContent(SettingsTable mount) => Target(mount) is "content" or ['c', 'o', 'n', 't', 'e', 'n', 't', '/', ..];

    private static bool IsPlainStatic(SettingsTable mount) => Target(mount) == "static" && !mount.Has("includeFiles") && !mount.Has("excludeFiles");

    private static string Target(SettingsTable mount) => Folder(mount.Text("target"));

    /// <summary>Null: it is empty, or leads out of the site.</summary>
    private static string? Source(SettingsTable mount) => mount.Text("source") is { } source && !Path.IsPathRooted(source) && Folder(source) is { Length: > 0 } folder
        && !folder.Split('/').Contains("..") ? folder : null;

    private static string Folder(string? written) => string.Join('/', (written ?? "").Replace('\\', '/').Split('/').Where(step => step is not ("" or ".")));

    private static JsonObject Write(SettingsTable mount, string content)
    {
        var written = new JsonObject();
        foreach (var key in mount.Keys)
        {
            written[key] = mount[key] is List<object?> list ? new JsonArray([.. list.Select(item => (JsonNode?)SettingsTable.TextOf(item))]) : mount.Text(key);
        }
        if (IsContent(mount))
        {
            written["source"] = Directory.CreateDirectory(Path.Combine(content, Source(mount)!)).FullName;
        }
        return written;
    }
}
