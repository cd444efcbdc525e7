using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Shell.Commands.Backups;

/// <summary>
/// What a backup holds. The archive is a zip of <c>manifest.json</c>, <c>data/…</c> (the data folder, with a copy of the database) and
/// <c>site/…</c>, wherever those two lay.
/// </summary>
/// <param name="Format">Of the archive: <see cref="Known"/>, or one that only a newer portal reads.</param>
/// <param name="Program">The version of the portal that wrote it.</param>
/// <param name="Schema">The newest migration of the database.</param>
/// <param name="BegunUtc">Everything acknowledged before this is in it.</param>
public sealed record BackupManifest(int Format, string Program, string Schema, DateTime BegunUtc, IReadOnlyList<BackedUpFile> Files)
{
    public const int Known = 1;
    public const string Name = "manifest.json";
    public const string Data = "data/";
    public const string Site = "site/";
    public const string Database = Data + DataFolder.DatabaseName;
}

/// <param name="Path">In the archive, with '/'; that of an empty folder ends in one.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Length">In bytes.</param>
public sealed record BackedUpFile(string Path, string Sha256, long Length);
