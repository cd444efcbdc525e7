using System.CommandLine;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Shell.Commands.Backups;

namespace NewsroomPortal.Shell.Commands;

/// <summary><c>backup FILE</c>: the whole newsroom in one file, while people write.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> Target = new("FILE") { Description = "The zip to write; nothing is there yet." };

    public static Command Create()
    {
        var backup = new Command("backup", "Writes database, keys, files and site into one zip. The portal may be running.") { Target };
        backup.SetAction(Run);
        return backup;
    }

    private static async Task<int> Run(ParseResult line, CancellationToken cancel)
    {
        var words = new Words();
        var outcome = await new Backup(new NewsroomFolders(Portal.Settings(line)), words).Write(line.GetValue(Target)!, cancel);
        if (!outcome.IsDone)
        {
            Console.Error.WriteLine(words.Say(outcome.Refusal.Word, outcome.Refusal.Values));
            return CommandLine.Refused;
        }
        foreach (var link in outcome.Value.Links)
        {
            Console.Error.WriteLine(words.Say("shell.backup.link", CommandLine.OneLine(link)));
        }
        foreach (var path in outcome.Value.Others)
        {
            Console.Error.WriteLine(words.Say("shell.backup.notFile", CommandLine.OneLine(path)));
        }
        Console.WriteLine(words.Say("shell.backup.done", outcome.Value.Path, outcome.Value.Length));
        return CommandLine.Done;
    }
}
