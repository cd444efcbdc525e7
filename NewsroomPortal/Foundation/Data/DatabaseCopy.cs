using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static SQLitePCL.raw;

namespace NewsroomPortal.Foundation.Data;

/// <summary>
/// A copy of the newsroom's database as it stands at one moment, in one file without a log beside it. Others read and write the original
/// meanwhile, this process or another one; what they had committed before the call is in it.
/// </summary>
public static class DatabaseCopy
{
    // About 4 MB: often enough to be told and stopped, seldom enough to cost nothing.
    private const int PagesAStep = 1000;

    /// <param name="from">The database; it is not written.</param>
    /// <param name="to">A file that does not exist yet, or an empty one.</param>
    /// <param name="tell">Told how many hundredths are done.</param>
    /// <param name="cancel">Between the steps.</param>
    /// <exception cref="SqliteException">The original cannot be read, or the copy not be written.</exception>
    /// <exception cref="DataFolderException">The original is damaged; the message says where.</exception>
    public static void Write(string from, string to, Action<int> tell, CancellationToken cancel)
    {
        using var source = Connect(from, SqliteOpenMode.ReadOnly);
        using var target = Connect(to, SqliteOpenMode.ReadWriteCreate);
        // A copy that a power cut damages is made again.
        Ask(target, "PRAGMA synchronous=OFF");
        // A reading that lasts through all steps: without it, each commit of others would begin the copy anew.
        using var moment = source.BeginTransaction(deferred: true);
        Ask(source, "SELECT count(*) FROM sqlite_schema");
        Copy(source, target, tell, cancel);
        Ask(target, "PRAGMA journal_mode=DELETE");
        if (Ask(target, "PRAGMA quick_check(1)") is var found && found != "ok")
        {
            throw new DataFolderException($"The database {from} is damaged ({found}). Restore an older backup.");
        }
    }

    /// <summary>To read a database that may have any schema: a query must name its columns.</summary>
    public static NewsroomDb Open(string path) => new(new DbContextOptionsBuilder<NewsroomDb>()
        .UseSqlite(Address(path, SqliteOpenMode.ReadOnly)).Options);

    private static void Copy(SqliteConnection source, SqliteConnection target, Action<int> tell, CancellationToken cancel)
    {
        var copy = sqlite3_backup_init(target.Handle, "main", source.Handle, "main");
        if (copy is null)
        {
            SqliteException.ThrowExceptionForRC(sqlite3_errcode(target.Handle), target.Handle);
        }
        int result;
        try
        {
            while ((result = sqlite3_backup_step(copy, PagesAStep)) == SQLITE_OK)
            {
                var pages = sqlite3_backup_pagecount(copy);
                tell((int)(100L * (pages - sqlite3_backup_remaining(copy)) / Math.Max(1, pages)));
                cancel.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _ = sqlite3_backup_finish(copy);
        }
        if (result != SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(result, target.Handle);
        }
    }

    private static string? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(Address(path, mode));
        connection.Open();
        return connection;
    }

    // Not pooled: a pooled connection would keep the file open after its last use.
    private static string Address(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString();
}
