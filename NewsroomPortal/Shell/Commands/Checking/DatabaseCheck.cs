using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Shell.Commands.Checking;

/// <summary>Asks SQLite whether the file itself is sound: where it is not, nothing that is read from it can be trusted.</summary>
public sealed class DatabaseCheck(IDbContextFactory<NewsroomDb> contexts, DataFolder folder)
{
    public async IAsyncEnumerable<Problem> Problems([EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var said in await Ask(cancel))
        {
            yield return new Problem(Path.GetFileName(folder.Database), new Refusal("shell.check.database", said));
        }
    }

    private async Task<List<string>> Ask(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        try
        {
            await db.Database.OpenConnectionAsync(cancel);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var answer = new List<string>();
            while (await reader.ReadAsync(cancel))
            {
                answer.Add(reader.GetString(0));
            }
            return answer is ["ok"] ? [] : answer;
        }
        catch (SqliteException problem)
        {
            return [problem.Message];
        }
    }
}
