using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Durability;

/// <summary>
/// The authority and its log as a process of their own, to be killed: reads questions from standard input, one JSON a line, and writes each
/// answer in one write, when it is true and not before.
/// </summary>
internal static class LogHost
{
    public const string Verb = "log-host";

    /// <summary>A host whose connections do not wait for the disk: what tests of durability must find out.</summary>
    public const string Careless = "careless";

    public const int Articles = 5;

    /// <summary>The first text of each article; typists write behind it.</summary>
    public const string FirstText = "---\ntitle: 潮汐\n---\n";

    private static readonly Actor Writer = new("writer", "Writer", Role.Journalist);

    public static async Task<int> Run(string folder, bool careless)
    {
        using var data = new DataFolder(folder);
        data.Claim();
        await using var services = Services(data, careless);
        await DataSetup.MigrateAsync(services.GetRequiredService<IDbContextFactory<NewsroomDb>>(), data);
        var authority = services.GetRequiredService<Authority>();
        await WriteFirstTexts(authority);
        using var output = Console.OpenStandardOutput();
        Tell(output, new LogAnswer(0));
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var question = JsonSerializer.Deserialize<LogQuestion>(line)!;
            _ = Task.Run(async () => Tell(output, await Answer(authority, question)));
        }
        return 0;
    }

    private static ServiceProvider Services(DataFolder folder, bool careless)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddData(folder);
        services.AddSingleton<ChangeLog>().AddSingleton<DocumentAccessPolicy>().AddSingleton<Authority>().AddSingleton<IGuardDocuments, OpenHouse>();
        if (careless)
        {
            services.ConfigureDbContext<NewsroomDb>(options => options.AddInterceptors(new CarelessConnections()));
        }
        return services.BuildServiceProvider();
    }

    private static async Task WriteFirstTexts(Authority authority)
    {
        if (await authority.Read(1) is null)
        {
            var first = new NewDocument(new HugoFile(new FileShape(Bom: false, "\n"), FirstText), (_, _) => Task.FromResult(Outcome.Done));
            await authority.CreateMany([.. Enumerable.Repeat(first, Articles)], Actor.Portal);
        }
    }

    private static async Task<LogAnswer> Answer(Authority authority, LogQuestion question)
    {
        try
        {
            if (question.Updates is null)
            {
                return new LogAnswer(question.Id, Stretch: SentStretch.Of(await authority.Updates(question.ArticleId, question.Version)));
            }
            var updates = question.Updates.Select(update => update.AsUpdate()).ToList();
            var answer = await authority.Push(question.ArticleId, question.Version, updates, Writer);
            var saved = answer.Refused is null ? string.Concat(updates.SelectMany(update => update.Changes.Changes, (_, change) => change.Inserted)) : null;
            return new LogAnswer(question.Id, new SentAnswer(answer.Version, answer.SavedAtUtc, answer.Refused?.Word), Saved: saved);
        }
        catch (Exception problem)
        {
            return new LogAnswer(question.Id, Fault: problem.ToString());
        }
    }

    private static void Tell(Stream output, LogAnswer answer)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(answer), (byte)'\n'];
        lock (output)
        {
            output.Write(line);
        }
    }

    private sealed class OpenHouse : IGuardDocuments
    {
        public ValueTask<DocumentAccess> Access(Actor who, long documentId, CancellationToken cancel = default) => new(DocumentAccess.Write);
    }

    private sealed class CarelessConnections : DbConnectionInterceptor
    {
        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=OFF";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}

/// <summary>A push, or where it has no updates the question for those after a version.</summary>
internal sealed record LogQuestion(int Id, long ArticleId, int Version, IReadOnlyList<SentUpdate>? Updates = null);

/// <param name="Id">Of the question; 0: the host is ready.</param>
/// <param name="Saved">What the updates insert that are acknowledged by this.</param>
internal sealed record LogAnswer(int Id, SentAnswer? Push = null, SentStretch? Stretch = null, string? Fault = null, string? Saved = null);
