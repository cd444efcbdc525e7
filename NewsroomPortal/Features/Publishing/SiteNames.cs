namespace NewsroomPortal.Features.Publishing;

/// <summary>The names in the folder asked for last, listed once: a bulk act that walks folder by folder asks for each file.</summary>
internal sealed class SiteNames(ContentFolder site)
{
    private readonly Dictionary<string, string> _names = [];
    private readonly HashSet<string> _exact = [];
    private string? _folder;

    /// <summary>What lies in the path's folder under this name, where case or Unicode form does not count; the name itself first. As a path.</summary>
    public string? Twin(string path)
    {
        var (folder, name) = Split(path);
        if (folder != _folder)
        {
            List(folder, path);
        }
        return _exact.Contains(name) ? path : _names.TryGetValue(ContentFolder.Fold(name), out var twin) ? folder + twin : null;
    }

    /// <summary>A file that was put there since.</summary>
    public void Add(string path)
    {
        var (folder, name) = Split(path);
        if (folder == _folder)
        {
            Note(name);
        }
    }

    private void List(string folder, string path)
    {
        _names.Clear();
        _exact.Clear();
        _folder = null;
        foreach (var name in site.NamesBeside(path))
        {
            Note(name);
        }
        _folder = folder;
    }

    private void Note(string name)
    {
        _names[ContentFolder.Fold(name)] = name;
        _exact.Add(name);
    }

    private static (string Folder, string Name) Split(string path) => (path[..(path.LastIndexOf('/') + 1)], path[(path.LastIndexOf('/') + 1)..]);
}
