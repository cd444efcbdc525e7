using System.CommandLine;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Shell.Commands;

/// <summary><c>export FOLDER [--published]</c>: writes every article out at its path, byte for byte.</summary>
internal static class ExportCommand
{
    private static readonly Argument<DirectoryInfo> Folder = new("FOLDER") { Description = "Where to write; made where it does not exist." };

    private static readonly Option<bool> Published = new("--published") { Description = "The published versions of what is Live, instead of the newest texts of all." };

    public static Command Create()
    {
        var export = new Command("export", "Writes every article out at its path, byte for byte.") { Folder, Published };
        export.SetAction(Run);
        return export;
    }

    private static async Task<int> Run(ParseResult line, CancellationToken cancel)
    {
        await using var app = await Portal.Open(line, alone: false, cancel);
        var words = app.Services.GetRequiredService<Words>();
        var (written, refused) = (0, 0);
        var pace = new Pace(words, "shell.export.pace");
        await foreach (var file in app.Services.GetRequiredService<ArticleExport>().Write(line.GetValue(Folder)!.FullName, line.GetValue(Published), cancel))
        {
            if (file.Refusal is { } refusal)
            {
                refused++;
                Console.Error.WriteLine($"{CommandLine.OneLine(file.Path)}: {words.Say(refusal.Word, refusal.Values)}");
            }
            else
            {
                written++;
            }
            pace.Tell(written + refused);
        }
        Console.WriteLine(words.Say("shell.export.done", written, refused));
        return refused == 0 ? CommandLine.Done : CommandLine.Refused;
    }
}
