using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Shell.Commands.Checking;

namespace NewsroomPortal.Shell.Commands;

/// <summary><c>reindex</c>: builds what follows the logs anew from them: snapshots, headlines, sections, uses of terms.</summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        var reindex = new Command("reindex", "Builds the lists anew from the logs of the articles.");
        reindex.SetAction(Run);
        return reindex;
    }

    private static async Task<int> Run(ParseResult line, CancellationToken cancel)
    {
        await using var app = await Portal.Open(line, alone: true, cancel);
        var words = app.Services.GetRequiredService<Words>();
        foreach (var snapshot in await ActivatorUtilities.CreateInstance<SnapshotMending>(app.Services).Mend(cancel))
        {
            Console.WriteLine($"{snapshot.Where}: {words.Say(snapshot.What.Word, snapshot.What.Values)}");
        }
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<NewsroomDb>>().CreateDbContextAsync(cancel);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await db.Set<FollowerCursor>().ExecuteDeleteAsync(cancel);
            await db.Set<Article>().ExecuteUpdateAsync(set => set.SetProperty(article => article.FollowedVersion, 0), cancel);
            await transaction.CommitAsync(cancel);
        }
        await app.Services.GetRequiredService<Following>().Settled(cancel);
        Console.WriteLine(words.Say("shell.reindex.done", await db.Set<Article>().CountAsync(cancel)));
        return CommandLine.Done;
    }
}
