using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Publishing;

/// <summary>Puts what an import takes in the site folder: where nothing lies. A different file that lies there is never overwritten.</summary>
internal sealed class SitePlaces(ContentFolder site)
{
    private readonly SiteNames _names = new(site);

    /// <summary>Those for which nothing lies in the site yet; one for which something different does is refused.</summary>
    public List<T> Absent<T>(IEnumerable<T> files)
        where T : Incoming => [.. files.Where(IsAbsent)];

    /// <summary>Puts files that are absent; one that cannot be put is refused.</summary>
    public void Put(IReadOnlyList<Incoming> absent)
    {
        foreach (var (file, problem) in absent.Zip(site.PutMany([.. absent.Select(file => (file.Source.Path, file.Source.Bytes))])))
        {
            if (problem is null)
            {
                _names.Add(file.Source.Path);
            }
            file.Refusal = problem is null ? null : new Refusal("publishing.disk.problem", problem.Message);
        }
    }

    private bool IsAbsent(Incoming file)
    {
        try
        {
            if (_names.Twin(file.Source.Path) is not { } twin)
            {
                return true;
            }
            var same = site.Read(file.Source.Path)?.AsSpan().SequenceEqual(file.Source.Bytes) == true;
            file.Refusal = same ? null : new Refusal("publishing.import.different", twin);
        }
        catch (ContentFolderException problem)
        {
            file.Refusal = new Refusal("publishing.disk.problem", problem.Message);
        }
        return false;
    }
}
