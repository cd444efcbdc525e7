using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NewsroomPortal.Foundation.Data;

/// <summary>Tells a database that cannot write now (full, locked, failing disk) from a fault in what is written.</summary>
public static class NotSaved
{
    /// <summary>What an act is refused with that could not be saved: nothing of it has happened.</summary>
    public const string Word = "data.notSaved";

    // https://sqlite.org/rescode.html: BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN.
    private static readonly int[] Passing = [5, 6, 8, 10, 13, 14];

    public static bool Is(Exception problem) =>
        (problem as DbUpdateException)?.InnerException is SqliteException inner ? Passing.Contains(inner.SqliteErrorCode)
        : problem is SqliteException sqlite && Passing.Contains(sqlite.SqliteErrorCode);
}
