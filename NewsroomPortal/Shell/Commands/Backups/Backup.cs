using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Shell.Commands.Backups;

/// <summary>
/// Writes the newsroom into one file, beside the running portal or without it: first the database as it stands at one moment, then the
/// files, which only ever gain what an older database does not ask for, and the site as that database knows it.
/// </summary>
public sealed class Backup(NewsroomFolders newsroom, Words words)
{
    private readonly Pace _files = new(words, "shell.backup.pace");
    private readonly Pace _database = new(words, "shell.backup.paceDatabase");

    /// <param name="file">Where to write; nothing is there yet. It appears when it is whole.</param>
    public async Task<Outcome<BackupReport>> Write(string file, CancellationToken cancel)
    {
        var path = Path.GetFullPath(file);
        if (Refusal(path) is { } refusal)
        {
            return refusal;
        }
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var partial = new PartialFile(path);
            var report = await Write(partial, cancel);
            partial.Finish();
            return report;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException or DataFolderException or ContentFolderException)
        {
            return new Refusal("shell.backup.failed", path, problem.Message);
        }
    }

    private Refusal? Refusal(string path) =>
        !File.Exists(newsroom.Database) ? new Refusal("shell.backup.noNewsroom", newsroom.Data)
        : Path.Exists(path) ? new Refusal("shell.backup.there", path)
        : newsroom.Holds(path) is { } folder ? new Refusal("shell.backup.inside", path, folder)
        : null;

    private async Task<BackupReport> Write(PartialFile partial, CancellationToken cancel)
    {
        var begunUtc = DateTime.UtcNow;
        DatabaseCopy.Write(newsroom.Database, partial.DatabaseCopy, _database.Tell, cancel);
        await using var copied = DatabaseCopy.Open(partial.DatabaseCopy);
        await using var now = DatabaseCopy.Open(newsroom.Database);
        var schema = (await copied.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault() ?? "";

        var data = new FolderWalk(newsroom.Data, newsroom.Site, newsroom.UnusedSite, newsroom.Previews);
        var site = new FolderWalk(newsroom.Site, newsroom.Data);
        using (var archive = new Archive(partial.Stream, cancel))
        {
            archive.Add(BackupManifest.Database, new FileInfo(partial.DatabaseCopy));
            foreach (var path in data.Files().Where(NewsroomFolders.IsKept))
            {
                cancel.ThrowIfCancellationRequested();
                archive.AddIfThere(BackupManifest.Data + path, new FileInfo(Path.Combine(newsroom.Data, path)));
                _files.Tell(archive.Files.Count);
            }
            await new SiteCopy(newsroom.Site, Kept, copied, now, archive).Write([.. site.Files()], _files.Tell, cancel);
            archive.Finish(Program(), schema, begunUtc);
        }
        return new BackupReport(partial.Path, partial.Stream.Length, LeftOut(data.Links, site.Links), LeftOut(data.Others, site.Others));
    }

    private static IReadOnlyList<string> LeftOut(IEnumerable<string> data, IEnumerable<string> site) => [.. data, .. site.Select(path => BackupManifest.Site + path)];

    // Made only where it is needed: to make it, the folder must be writable, and a disk that is full must not keep a backup from being made.
    private byte[] Kept(string sha256) => new FileVault(new DataFolder(newsroom.Data)).Read(sha256);

    private static string Program() => Assembly.GetExecutingAssembly().GetName().Version?.ToString() ?? "";
}

/// <param name="Length">In bytes.</param>
/// <param name="Links">Links that were left out.</param>
/// <param name="Others">What was left out since it is no file.</param>
public sealed record BackupReport(string Path, long Length, IReadOnlyList<string> Links, IReadOnlyList<string> Others);
