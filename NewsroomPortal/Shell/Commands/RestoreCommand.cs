using System.CommandLine;
using System.Globalization;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Shell.Commands.Backups;

namespace NewsroomPortal.Shell.Commands;

/// <summary><c>restore FILE</c>: the newsroom of a backup, in an empty data folder.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<FileInfo> Source = new Argument<FileInfo>("FILE") { Description = "What backup wrote." }.AcceptExistingOnly();

    public static Command Create()
    {
        var restore = new Command("restore", "Makes a newsroom of a backup, in an empty data folder.") { Source };
        restore.SetAction(Run);
        return restore;
    }

    private static Task<int> Run(ParseResult line, CancellationToken cancel)
    {
        var words = new Words();
        var settings = Portal.Settings(line);
        var newsroom = new NewsroomFolders(settings);
        var outcome = new Restore(newsroom, words).Read(line.GetValue(Source)!.FullName, cancel);
        if (!outcome.IsDone)
        {
            Console.Error.WriteLine(words.Say(outcome.Refusal.Word, outcome.Refusal.Values));
            return Task.FromResult(CommandLine.Refused);
        }
        var begun = TimeZoneInfo.ConvertTimeFromUtc(outcome.Value.BegunUtc, settings.Zone);
        Console.WriteLine(words.Say("shell.restore.done", newsroom.Data, begun.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), outcome.Value.Files.Count));
        return Task.FromResult(CommandLine.Done);
    }
}
