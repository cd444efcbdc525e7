using Microsoft.Data.Sqlite;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Durability;

/// <summary>Reads the log's tables with nothing of the portal's but <see cref="ChangeSet"/>, and compares them with what typists were told.</summary>
internal static class LogInspection
{
    /// <summary>What is wrong, a line each; nothing: all that was acknowledged is there, once, in order.</summary>
    public static List<string> Faults(string folder, IEnumerable<Typist> typists)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "newsroom.db")};Mode=ReadWrite;Pooling=False");
        database.Open();
        // One moment for all the queries.
        using var moment = database.BeginTransaction(deferred: true);
        var changes = Rows(database, "SELECT DocumentId, Version, ClientId, Changes FROM DocumentChanges ORDER BY DocumentId, Version",
            row => (Article: row.GetInt64(0), Version: row.GetInt32(1), Client: row.GetString(2), Change: ChangeSet.FromJson(row.GetString(3))));
        var heads = Rows(database, "SELECT Id, Head FROM Documents", row => (Article: row.GetInt64(0), Head: row.GetInt32(1)));
        var snapshots = Rows(database, "SELECT DocumentId, Version, Text FROM DocumentSnapshots", row => (Article: row.GetInt64(0), Version: row.GetInt32(1), Text: row.GetString(2)));
        var log = changes.ToLookup(change => change.Article);
        return
        [
            .. Rows(database, "PRAGMA integrity_check", row => row.GetString(0)).Where(said => said != "ok"),
            .. heads.SelectMany(head => Replay(head.Article, head.Head, [.. log[head.Article].Select(change => (change.Version, change.Change))],
                snapshots.Where(snapshot => snapshot.Article == head.Article).ToDictionary(snapshot => snapshot.Version, snapshot => snapshot.Text))),
            .. typists.SelectMany(typist => Promises(typist, [.. log[typist.ArticleId].Where(change => change.Client == typist.ClientId).Select(change => change.Change)])),
        ];
    }

    private static IEnumerable<string> Replay(long article, int head, List<(int Version, ChangeSet Change)> changes, Dictionary<int, string> snapshots)
    {
        var (text, version) = ("", 0);
        foreach (var change in changes)
        {
            if (change.Version != version + 1 || change.Change.Length != text.Length)
            {
                yield return $"Article {article}: version {change.Version} for {change.Change.Length} units follows version {version} of {text.Length} units.";
                yield break;
            }
            (text, version) = (change.Change.Apply(text), change.Version);
            if (snapshots.Remove(version, out var snapshot) && snapshot != text)
            {
                yield return $"Article {article}: the snapshot of version {version} is another text.";
            }
        }
        if (version != head || snapshots.Count > 0)
        {
            yield return $"Article {article}: its head is {head}, its log ends at {version}; {snapshots.Count} snapshots are of no version.";
        }
    }

    private static IEnumerable<string> Promises(Typist typist, List<ChangeSet> changes)
    {
        for (var number = 1; number <= changes.Count; number++)
        {
            var inserted = string.Concat(changes[number - 1].Changes.Select(change => change.Inserted));
            if (inserted != Typist.Mark(typist.ClientId, number))
            {
                yield return $"{typist.ClientId}: its change {number} in the log inserts '{inserted}'.";
            }
        }
        if (changes.Count < typist.Acknowledged || changes.Count > typist.Acknowledged + 1)
        {
            yield return $"{typist.ClientId}: {typist.Acknowledged} changes were acknowledged, {changes.Count} are in the log.";
        }
    }

    private static List<T> Rows<T>(SqliteConnection database, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }
        return rows;
    }
}
