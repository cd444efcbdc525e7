using System.CommandLine;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Shell.Commands.Demo;

namespace NewsroomPortal.Shell.Commands;

/// <summary><c>demo</c>: a sample newsroom in an empty data folder, to look around in.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var demo = new Command("demo", "Makes a sample newsroom in an empty data folder, with one account of each role.");
        demo.SetAction(Run);
        return demo;
    }

    private static async Task<int> Run(ParseResult line, CancellationToken cancel)
    {
        await using var app = await Portal.Open(line, alone: true, cancel);
        var words = app.Services.GetRequiredService<Words>();
        app.Services.GetRequiredService<NewSite>().MakeIfMissing();
        var outcome = await ActivatorUtilities.CreateInstance<DemoNewsroom>(app.Services).Open(cancel);
        if (!outcome.IsDone)
        {
            Console.Error.WriteLine(words.Say(outcome.Refusal.Word, outcome.Refusal.Values));
            return CommandLine.Refused;
        }
        await app.Services.GetRequiredService<Following>().Settled(cancel);
        foreach (var account in outcome.Value)
        {
            Console.WriteLine(words.Say("shell.demo.account", account.Email, RoleNames.Of(account.Role), account.Password));
        }
        Console.WriteLine(words.Say("shell.demo.done", DemoArticles.All.Count));
        return CommandLine.Done;
    }
}
