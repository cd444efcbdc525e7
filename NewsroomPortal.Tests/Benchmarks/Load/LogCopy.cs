using Microsoft.Data.Sqlite;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Benchmarks.Load;

/// <summary>An article's log as it stands on the disk: the text that all its changes make, from the first on, and how many each page made.</summary>
internal sealed record LogCopy(string Text, IReadOnlyDictionary<string, int> Changes)
{
    public static LogCopy Read(string folder, long articleId)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "newsroom.db")}");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT ClientId, Changes FROM DocumentChanges WHERE DocumentId = $id ORDER BY Version";
        command.Parameters.AddWithValue("$id", articleId);
        using var rows = command.ExecuteReader();
        var (text, changes) = ("", new Dictionary<string, int>());
        while (rows.Read())
        {
            text = ChangeSet.FromJson(rows.GetString(1)).Apply(text);
            changes[rows.GetString(0)] = changes.GetValueOrDefault(rows.GetString(0)) + 1;
        }
        return new LogCopy(text, changes);
    }
}
