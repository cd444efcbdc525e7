namespace NewsroomPortal.Features.Publishing;

/// <summary>The names in the folder asked for last, listed once: a bulk act that walks folder by folder asks for each file.</summary>
internal sealed class SiteNames(ContentFolder site)
{
    private readonly Dictionary<string, string> _names = [];
    private string? _folder;

    /// <summary>A file in the path's folder whose name is the same where case or Unicode form does not count, as a path.</summary>
    public string? Twin(string path)
    {
        var (folder, name) = Split(path);
        if (folder != _folder)
        {
            List(folder, path);
        }
        return _names.TryGetValue(ContentFolder.Fold(name), out var twin) ? folder + twin : null;
    }

    /// <summary>A file that was put there since.</summary>
    public void Add(string path)
    {
        var (folder, name) = Split(path);
        if (folder == _folder)
        {
            _names[ContentFolder.Fold(name)] = name;
        }
    }

    private void List(string folder, string path)
    {
        _names.Clear();
        _folder = null;
        foreach (var name in site.NamesBeside(path))
        {
            _names[ContentFolder.Fold(name)] = name;
        }
        _folder = folder;
    }

    private static (string Folder, string Name) Split(string path) => (path[..(path.LastIndexOf('/') + 1)], path[(path.LastIndexOf('/') + 1)..]);
}
