using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Shell.Commands.Backups;

/// <summary>
/// Copies the site folder so that it fits the copied database, though the portal publishes meanwhile: what an act has changed since is
/// taken as the copied database has it, and what a person changed on the disk is taken as it lies there.
/// </summary>
/// <param name="copied">The copied database.</param>
/// <param name="now">The portal's own.</param>
/// <param name="kept">Reads the bytes of another file by their hash.</param>
public sealed class SiteCopy(string folder, Func<string, byte[]> kept, NewsroomDb copied, NewsroomDb now, Archive archive)
{
    private readonly ContentFolder _site = new(folder);

    /// <param name="paths">The files that lie there.</param>
    public async Task Write(IReadOnlyList<string> paths, Action<int> tell, CancellationToken cancel)
    {
        var books = await SiteBooks.Read(copied, cancel);
        // After the paths were listed: a file that an act has put there since the copy is in these books, for acts commit first.
        var newer = await SiteBooks.Read(now, cancel);
        var asListed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            cancel.ThrowIfCancellationRequested();
            if (books.Files.TryGetValue(path, out var listed))
            {
                if (AddIfListed(listed))
                {
                    asListed.Add(path);
                }
            }
            else if (!newer.Files.ContainsKey(path))
            {
                archive.AddIfThere(BackupManifest.Site + path, new FileInfo(Path.Combine(folder, path)));
            }
            tell(archive.Files.Count);
        }
        foreach (var listed in books.Files.Values.Where(file => !asListed.Contains(file.Path)))
        {
            await Decide(books, listed, cancel);
        }
    }

    private bool AddIfListed(ListedFile listed)
    {
        var bytes = _site.Read(listed.Path);
        if (bytes is null || TextHash.Of(bytes) != listed.Sha256)
        {
            return false;
        }
        Add(listed, bytes);
        return true;
    }

    /// <summary>The disk is read before the database is asked: an act that was seen on the disk had committed.</summary>
    private async Task Decide(SiteBooks books, ListedFile listed, CancellationToken cancel)
    {
        var bytes = _site.Read(listed.Path);
        if (await books.HasMoved(now, listed, cancel))
        {
            bytes = await FromBooks(listed, cancel);
        }
        if (bytes is not null)
        {
            Add(listed, bytes);
        }
    }

    private async Task<byte[]?> FromBooks(ListedFile listed, CancellationToken cancel) => listed switch
    {
        { Sha256: null } => null,
        { ArticleId: { } id } => (await DocumentArchive.Read(copied, id, listed.Version, cancel))?.Text.ToBytes(),
        _ => kept(listed.Sha256),
    };

    private void Add(ListedFile listed, byte[] bytes)
    {
        var changed = File.GetLastWriteTimeUtc(Path.Combine(folder, listed.Path));
        archive.Add(BackupManifest.Site + listed.Path, bytes, changed);
    }
}
