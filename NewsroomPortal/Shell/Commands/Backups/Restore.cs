using System.IO.Compression;
using System.Text.Json;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Shell.Commands.Backups;

/// <summary>Makes a newsroom of a backup, in an empty data folder. Every file is compared with its hash before anything is put in place.</summary>
public sealed class Restore(NewsroomFolders newsroom, Words words)
{
    private static readonly JsonSerializerOptions Whole = new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private readonly Pace _pace = new(words, "shell.restore.pace");

    public Outcome<BackupManifest> Read(string file, CancellationToken cancel)
    {
        if ((newsroom.FirstIn(newsroom.Data) ?? newsroom.FirstIn(newsroom.Site)) is { } there)
        {
            return new Refusal("shell.restore.notEmpty", Path.GetDirectoryName(there)!, Path.GetFileName(there));
        }
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var (manifest, refusal) = Manifest(zip, file);
            return manifest is null ? refusal! : Put(zip, manifest, file, cancel) is { } problem ? problem : manifest;
        }
        catch (InvalidDataException problem)
        {
            return new Refusal("shell.restore.noBackup", file, problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Refusal("shell.restore.failed", newsroom.Data, problem.Message);
        }
    }

    private static (BackupManifest? Manifest, Refusal? Refusal) Manifest(ZipArchive zip, string file)
    {
        BackupManifest? manifest = null;
        try
        {
            using var stream = zip.GetEntry(BackupManifest.Name)?.Open();
            manifest = stream is null ? null : JsonSerializer.Deserialize<BackupManifest>(stream, Whole);
        }
        catch (JsonException)
        {
            // As good as none.
        }
        return manifest is null || manifest.Files.Contains(null!) ? (null, new Refusal("shell.restore.noBackup", file, BackupManifest.Name))
            : manifest.Format > BackupManifest.Known || !DataSetup.Knows(manifest.Schema) ? (null, new Refusal("shell.restore.newer", file, manifest.Program, manifest.Schema))
            : Unfit(zip, manifest) is { } name ? (null, new Refusal("shell.restore.noBackup", file, name))
            : (manifest, null);
    }

    /// <summary>The first name that is not to be restored, is in only one of archive and manifest, or is listed twice; null: there is none.</summary>
    private static string? Unfit(ZipArchive zip, BackupManifest manifest)
    {
        var listed = manifest.Files.Select(file => file.Path).Append(BackupManifest.Name).ToList();
        var kept = zip.Entries.Select(entry => entry.FullName).ToList();
        return listed.FirstOrDefault(path => path != BackupManifest.Name && !ArchivePath.IsSafe(path))
            ?? listed.Except(kept).Concat(kept.Except(listed)).FirstOrDefault()
            ?? listed.GroupBy(path => path).FirstOrDefault(path => path.Skip(1).Any())?.Key
            ?? (listed.Contains(BackupManifest.Database) ? null : BackupManifest.Database);
    }

    private Refusal? Put(ZipArchive zip, BackupManifest manifest, string file, CancellationToken cancel)
    {
        using var lockedData = new DataFolder(newsroom.Data);
        lockedData.Claim();
        using var data = new RestoreFolder(newsroom.Data);
        using var site = new RestoreFolder(newsroom.Site);
        for (var done = 0; done < manifest.Files.Count; done++)
        {
            var listed = manifest.Files[done];
            var entry = zip.GetEntry(listed.Path)!;
            var (folder, path) = listed.Path.StartsWith(BackupManifest.Data, StringComparison.Ordinal)
                ? (data, listed.Path[BackupManifest.Data.Length..])
                : (site, listed.Path[BackupManifest.Site.Length..]);
            using var bytes = entry.Open();
            if (!folder.Write(path, bytes, listed, ZipTime.Read(entry.LastWriteTime), Archive.RightsOf(entry), cancel))
            {
                return new Refusal("shell.restore.damaged", file, listed.Path);
            }
            _pace.Tell(done + 1);
        }
        site.Finish();
        // With it, the folder is a newsroom.
        data.Finish(last: Path.GetFileName(newsroom.Database));
        return null;
    }
}
