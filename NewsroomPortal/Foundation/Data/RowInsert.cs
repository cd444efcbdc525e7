using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsroomPortal.Foundation.Data;

/// <summary>
/// Adds many rows of one table by one prepared command, in the context's running transaction: for bulk acts, where Entity Framework takes
/// many times as long as SQLite. Table, columns and conversions are those of the model; the context does not track the rows.
/// </summary>
public sealed class RowInsert<T> : IDisposable
    where T : class
{
    private readonly (IProperty Property, ValueConverter? Converter, SqliteParameter Parameter)[] _columns;
    private readonly SqliteCommand _command;

    /// <param name="db">In a transaction.</param>
    /// <param name="unique">The properties of a unique index: a row whose values are there already is left out, not an error.</param>
    public RowInsert(NewsroomDb db, params string[] unique)
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T)} is no row of the newsroom's database.");
        _columns = [.. type.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never)
            .Select((property, i) => (property, property.GetTypeMapping().Converter, new SqliteParameter($"$p{i}", null)))];
        var names = _columns.Select(column => Column(column.Property));
        var values = _columns.Select(column => column.Parameter.ParameterName);
        var conflict = unique.Length == 0 ? "" : $"ON CONFLICT ({string.Join(", ", unique.Select(name => Column(type.GetProperty(name))))}) DO NOTHING";
        _command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        _command.CommandText =
            $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", values)}) {conflict} RETURNING rowid";
        _command.Parameters.AddRange(_columns.Select(column => column.Parameter));
    }

    /// <summary>The key that the database gave the row (its number, where the key is not the database's); null: it was left out.</summary>
    public long? Add(T row)
    {
        foreach (var (property, converter, parameter) in _columns)
        {
            var value = property.PropertyInfo!.GetValue(row);
            parameter.Value = (converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
        }
        return (long?)_command.ExecuteScalar();
    }

    public void Dispose() => _command.Dispose();

    private static string Column(IProperty property) => $"\"{property.GetColumnName()}\"";
}
