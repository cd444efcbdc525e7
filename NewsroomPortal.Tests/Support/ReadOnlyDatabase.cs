using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Tests.Support;

/// <summary>A database that can be made to take nothing, in the middle of everything: SQLite answers each write with READONLY.</summary>
internal sealed class ReadOnlyDatabase : DbConnectionInterceptor
{
    public bool TakesNothing { get; set; }

    public void AddTo(IServiceCollection services) => services.ConfigureDbContext<NewsroomDb>(options => options.AddInterceptors(this));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA query_only={(TakesNothing ? 1 : 0)}";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
