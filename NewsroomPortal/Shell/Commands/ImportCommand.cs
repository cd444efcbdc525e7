using System.CommandLine;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Shell.Commands;

/// <summary><c>import FOLDER</c>: takes the content files of a Hugo site in as articles.</summary>
internal static class ImportCommand
{
    private static readonly Argument<DirectoryInfo> Folder =
        new Argument<DirectoryInfo>("FOLDER") { Description = "The Hugo site, or any folder of content files." }.AcceptExistingOnly();

    public static Command Create()
    {
        var import = new Command("import", "Takes every .md file below a folder in as an article, byte for byte.") { Folder };
        import.SetAction(Run);
        return import;
    }

    private static async Task<int> Run(ParseResult line, CancellationToken cancel)
    {
        await using var app = await Portal.Open(line, alone: true, cancel);
        var words = app.Services.GetRequiredService<Words>();
        MakeSite(app);

        var folder = line.GetValue(Folder)!.FullName;
        var report = await app.Services.GetRequiredService<FolderComparison>().Compare(folder, cancel: cancel);
        var (taken, known, refused) = (0, report.Unchanged, 0);
        void Refuse(string path, string why)
        {
            refused++;
            Console.Error.WriteLine($"{path}: {why}");
        }
        foreach (var file in report.Refused)
        {
            Refuse(file.Path, words.Say(file.Refusal!.Word, file.Refusal.Values));
        }
        var conflicts = report.Differences.Where(one => one.Kind is not DifferenceKind.New and not DifferenceKind.EditedInPortal).ToList();
        foreach (var one in conflicts)
        {
            Refuse(one.Path, words[$"publishing.differs.{one.Kind}"] + (one.NewPath is { } now ? $" → {now}" : ""));
        }
        known += report.Differences.Count(one => one.Kind == DifferenceKind.EditedInPortal);

        var import = new FolderImport(folder, app.Services.GetRequiredService<ArticleImport>(), app.Services.GetRequiredService<FileImport>());
        var pace = new Pace(words, "shell.import.pace");
        try
        {
            await foreach (var file in import.Take(report.Found(), Actor.Portal, cancel))
            {
                if (file.Refusal is { } refusal)
                {
                    Refuse(file.Path, words.Say(refusal.Word, refusal.Values));
                }
                else
                {
                    _ = file.IsKnown ? known++ : taken++;
                }
                pace.Tell(taken + known + refused);
            }
            await app.Services.GetRequiredService<Following>().Settled(cancel);
        }
        finally
        {
            // After Ctrl+C too: what was taken is kept.
            Console.WriteLine(words.Say("shell.import.done", taken, known, refused));
        }
        if (conflicts.Count > 0)
        {
            Console.WriteLine(words.Say("shell.import.conflicts", conflicts.Count));
        }
        return refused == 0 ? CommandLine.Done : CommandLine.Refused;
    }

    /// <summary>Before files lie in it, while it can be told from a site that somebody brought.</summary>
    private static void MakeSite(WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<NewSite>().MakeIfMissing();
        }
        catch (ContentFolderException problem)
        {
            throw new DataFolderException(problem.Message, problem);
        }
    }
}
