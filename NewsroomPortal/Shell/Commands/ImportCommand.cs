using System.Collections.Concurrent;
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

        var refused = new List<(string Path, Refusal Refusal)>();
        var (taken, known) = (0, 0);
        var pace = new Pace(words, "shell.import.pace");
        // Filled ahead of the import, on its reading thread.
        var unreadable = new ConcurrentQueue<(string, Refusal)>();
        var files = Read(line.GetValue(Folder)!.FullName, unreadable);
        await foreach (var file in app.Services.GetRequiredService<ArticleImport>().Take(files, Actor.Portal, cancel))
        {
            if (file.Refusal is { } refusal)
            {
                refused.Add((file.Path, refusal));
            }
            else
            {
                _ = file.IsKnown ? known++ : taken++;
            }
            pace.Tell(taken + known + refused.Count);
        }
        refused.AddRange(unreadable);
        await app.Services.GetRequiredService<Following>().Settled(cancel);

        foreach (var (path, refusal) in refused)
        {
            Console.Error.WriteLine($"{path}: {words.Say(refusal.Word, refusal.Values)}");
        }
        Console.WriteLine(words.Say("shell.import.done", taken, known, refused.Count));
        return refused.Count == 0 ? CommandLine.Done : CommandLine.Refused;
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

    private static IEnumerable<ImportFile> Read(string folder, ConcurrentQueue<(string, Refusal)> unreadable)
    {
        foreach (var path in ImportFolder.Walk(folder))
        {
            byte[] bytes;
            try
            {
                bytes = File.ReadAllBytes(Path.Combine(folder, path));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                unreadable.Enqueue((path, new Refusal("shell.file.problem", problem.Message)));
                continue;
            }
            yield return new ImportFile(path, bytes);
        }
    }
}
