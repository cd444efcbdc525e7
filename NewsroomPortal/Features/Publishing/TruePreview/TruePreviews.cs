using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>
/// Builds articles with the site's own theme, unpublished as they are, and keeps what was built until it is let go. The site folder is read only.
/// </summary>
public sealed class TruePreviews : IDisposable
{
    public const string Address = "true-preview";

    private readonly ConcurrentDictionary<string, KeptBuild> _built = [];
    // Beside people who type, on a small machine.
    private readonly SemaphoreSlim _builds = new(2);
    private readonly string _root;
    private readonly Authority _authority;
    private readonly ArticleShelf _shelf;
    private readonly MarkdownRenderer _renderer;
    private readonly CurrentSite _site;
    private readonly HugoProgram _hugo;
    private readonly TimeProvider _clock;

    public TruePreviews(
        DataFolder data, Authority authority, ArticleShelf shelf, MarkdownRenderer renderer, CurrentSite site, HugoProgram hugo, TimeProvider clock,
        ILogger<TruePreviews> logger)
    {
        (_authority, _shelf, _renderer, _site, _hugo, _clock) = (authority, shelf, renderer, site, hugo, clock);
        _root = data.Previews;
        try
        {
            if (Directory.Exists(_root))
            {
                // A killed process left it.
                Directory.Delete(_root, recursive: true);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(problem, "Old previews in {Folder} could not be taken away", _root);
        }
    }

    public bool IsPossible => _hugo.Path is not null;

    /// <summary>The article's newest text as Hugo builds it; null: there is no such article for this person, or no program.</summary>
    /// <param name="reader">Who looks at it now: asked again as long as the build is read. Null: their session has ended.</param>
    /// <param name="portal">The portal's address, ending in '/'.</param>
    public async Task<TrueBuild?> Build(Func<Task<Actor?>> reader, long articleId, Uri portal, CancellationToken cancel)
    {
        if (!IsPossible || await reader() is not { } who || await _shelf.Find(who, articleId, cancel) is not { Path: var path } || await _authority.Read(articleId, cancel) is not { } text)
        {
            return null;
        }
        await _builds.WaitAsync(cancel);
        try
        {
            return await Build(text, path, folder => new KeptBuild(folder, articleId, reader, _shelf, _clock), portal, cancel);
        }
        finally
        {
            _builds.Release();
        }
    }

    /// <summary>A file of a build, or one of the site's own static files; null: there is none, or the build was let go, as it is when its reader may read no more.</summary>
    public async Task<byte[]?> Read(string key, string path)
    {
        if (!_built.TryGetValue(key, out var build))
        {
            return null;
        }
        if (!await build.MayBeRead())
        {
            Forget(key);
            return null;
        }
        try
        {
            var statics = build.Folder.StaticFolders.Select(place => (Root: _site.Folder, Path: $"{place}/{path}"));
            return statics.Prepend((build.Folder.Public, path)).Select(file => new ContentFolder(file.Item1).Read(file.Item2)).FirstOrDefault(bytes => bytes is not null);
        }
        catch (ContentFolderException)
        {
            return null;
        }
    }

    /// <summary>Nobody looks at it any more.</summary>
    public void Forget(string key)
    {
        if (_built.TryRemove(key, out var build))
        {
            build.Folder.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var key in _built.Keys)
        {
            Forget(key);
        }
        _builds.Dispose();
    }

    private async Task<TrueBuild> Build(DocumentText text, string path, Func<BuildFolder, KeptBuild> keep, Uri portal, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var folder = new BuildFolder(Path.Combine(_root, key), _site);
        var kept = false;
        try
        {
            var (page, problem) = await Run(folder, text, path, new Uri(portal, $"{Address}/{key}/"), cancel);
            kept = page is not null;
            if (kept)
            {
                _built[key] = keep(folder);
            }
            var agreement = page is null ? null : Compare(text, File.ReadAllText(Path.Combine(folder.Public, page)));
            return new TrueBuild(key, text.Version, Stopwatch.GetElapsedTime(started), page, problem, agreement);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ContentFolderException)
        {
            return new TrueBuild(key, text.Version, Stopwatch.GetElapsedTime(started), null, new BuildProblem(new Refusal("publishing.true.failed", trouble.Message)), null);
        }
        finally
        {
            if (!kept)
            {
                folder.Dispose();
            }
        }
    }

    private async Task<(string? Page, BuildProblem? Problem)> Run(BuildFolder folder, DocumentText text, string path, Uri address, CancellationToken cancel)
    {
        if (!folder.CanBeLaid)
        {
            return (null, new BuildProblem(new Refusal("publishing.true.mounts")));
        }
        if (folder.Lay(path, text.ToBytes()) is not { } file)
        {
            return (null, new BuildProblem(new Refusal("publishing.true.outside", path, string.Join(", ", folder.ContentFolders.Distinct()))));
        }
        if (BuildLimits.IsFull(_built.Values.Select(build => build.Folder.Root)))
        {
            return (null, new BuildProblem(new Refusal("publishing.true.full", BuildLimits.MostMegabytesKept)));
        }
        var environment = folder.Environment(address.AbsoluteUri);
        var build = await _hugo.Run(folder.Arguments(address.AbsoluteUri), environment, folder.Home, folder.Root, cancel);
        if (build.Stopped is { } stopped)
        {
            return (null, new BuildProblem(stopped));
        }
        if (!build.IsDone)
        {
            return (null, BuildMessage.Read(build.Errors + "\n" + build.Output, [folder.Content, _site.Folder], file, text.Text));
        }
        var list = await _hugo.Run(["list", "all", "--source", _site.Folder], environment, folder.Home, folder.Root, cancel);
        if (!HugoList.IsAllBelow(list.Output, folder.Content))
        {
            // Other articles, drafts among them, were built too: nobody may see that.
            return (null, new BuildProblem(new Refusal("publishing.true.mounts")));
        }
        var page = HugoList.Find(list.Output, file, address) ?? SectionPage(folder, path);
        return page is not null && File.Exists(Path.Combine(folder.Public, page)) ? (page, null) : (null, new BuildProblem(new Refusal("publishing.true.noPage")));
    }

    /// <summary>Hugo lists no sections; their pages lie where their folders do.</summary>
    private static string? SectionPage(BuildFolder folder, string path) => Path.GetFileName(path).StartsWith("_index.", StringComparison.Ordinal)
        ? folder.Publish(path[..(path.LastIndexOf('/') + 1)] + "index.html")
        : null;

    private Agreement? Compare(DocumentText text, string page)
    {
        var (front, site) = (FrontMatter.Read(text.Text), _site.Settings);
        return Agreement.Of(_renderer.Render(front.Body, site.Goldmark, new PageParams(front, site.Shortcodes)), page);
    }
}
