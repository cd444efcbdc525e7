using System.Runtime.CompilerServices;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Publishing;

/// <summary>Takes all that a folder holds: its articles first, then the other files of its content.</summary>
public sealed class FolderImport(string folder, ArticleImport articles, FileImport others)
{
    private readonly List<ImportedFile> _unread = [];

    /// <summary>Each file comes back with what became of it; those that could not even be read last.</summary>
    public async IAsyncEnumerable<ImportedFile> Take(
        IReadOnlyCollection<FoundFile> found, Actor who, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var files = articles.Take(Read(found.Where(file => file.IsArticle)), who, cancel).Concat(others.Take(Read(found.Where(file => !file.IsArticle)), who, cancel));
        await foreach (var file in files.WithCancellation(cancel))
        {
            yield return file;
        }
        foreach (var file in _unread)
        {
            yield return file;
        }
    }

    private IEnumerable<ImportFile> Read(IEnumerable<FoundFile> found)
    {
        foreach (var file in found)
        {
            var reading = file.Refusal is { } refusal ? refusal : file.Read(folder);
            if (reading.IsDone)
            {
                yield return reading.Value;
            }
            else
            {
                _unread.Add(new ImportedFile(file.Path, null, IsKnown: false, reading.Refusal));
            }
        }
    }
}
