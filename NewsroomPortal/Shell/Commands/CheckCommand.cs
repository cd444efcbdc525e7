using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Shell.Commands.Checking;

namespace NewsroomPortal.Shell.Commands;

/// <summary><c>check</c>: whether logs, what follows them, and the site's files agree. Each problem is a line.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var check = new Command("check", "Checks that logs replay to their newest texts, and that lists and the site's files match them.");
        check.SetAction(Run);
        return check;
    }

    private static async Task<int> Run(ParseResult line, CancellationToken cancel)
    {
        await using var app = await Portal.Open(line, alone: true, cancel);
        var words = app.Services.GetRequiredService<Words>();
        if (await Tell(ActivatorUtilities.CreateInstance<DatabaseCheck>(app.Services).Problems(cancel), words) is > 0 and var damage)
        {
            Console.WriteLine(words.Say("shell.check.damaged", damage));
            return CommandLine.Refused;
        }
        // What a killed portal left half done is finished at each start: that is no problem.
        await app.Services.GetRequiredService<Following>().Settled(cancel);
        await app.Services.GetRequiredService<Placements>().FinishAll(cancel);

        var (contexts, site) = (app.Services.GetRequiredService<IDbContextFactory<NewsroomDb>>(), app.Services.GetRequiredService<ContentFolder>());
        var check = new IntegrityCheck(contexts, site);
        var files = new FileCheck(contexts, app.Services.GetRequiredService<FileVault>(), site);
        var pace = new Pace(words, "shell.check.pace");
        var problems = await Tell(check.Problems(pace.Tell, cancel).Concat(files.Problems(cancel)), words);
        Console.WriteLine(words.Say("shell.check.done", check.Checked, problems));
        return problems == 0 ? CommandLine.Done : CommandLine.Refused;
    }

    /// <summary>The value is how many there are.</summary>
    private static async Task<int> Tell(IAsyncEnumerable<Problem> problems, Words words)
    {
        var told = 0;
        await foreach (var problem in problems)
        {
            told++;
            Console.WriteLine($"{problem.Where}: {words.Say(problem.What.Word, problem.What.Values)}");
        }
        return told;
    }
}
