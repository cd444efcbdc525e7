using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// The bytes of the site's other files, in the data folder under the names of their hashes (<c>files/ab/cdef…</c>): the same bytes are kept
/// once, and nothing that was kept is ever written over.
/// </summary>
public sealed class FileVault(DataFolder data)
{
    private readonly ContentFolder _files = new(Path.Combine(data.Path, "files"));

    /// <summary>Keeps many files' bytes, durably.</summary>
    /// <exception cref="ContentFolderException">The disk is full, or the folder cannot be written.</exception>
    public void Keep(IEnumerable<(string Sha256, byte[] Bytes)> files)
    {
        Directory.CreateDirectory(_files.Root);
        var absent = files.Select(file => (Path: Place(file.Sha256), file.Bytes)).DistinctBy(file => file.Path)
            .Where(file => !File.Exists(Path.Combine(_files.Root, file.Path))).ToList();
        if (_files.PutMany(absent).FirstOrDefault(problem => problem is not null) is { } problem)
        {
            throw problem;
        }
    }

    /// <exception cref="ContentFolderException">They are not there, or are not what was kept.</exception>
    public byte[] Read(string sha256) => _files.Read(Place(sha256)) is { } bytes && TextHash.Of(bytes) == sha256
        ? bytes
        : throw new ContentFolderException($"'{Place(sha256)}' in {_files.Root} is missing or damaged. Restore it from a backup.");

    /// <summary>Takes away what a killed process left staged.</summary>
    public void Sweep() => _files.Sweep();

    private static string Place(string sha256) => $"{sha256[..2]}/{sha256[2..]}";
}
