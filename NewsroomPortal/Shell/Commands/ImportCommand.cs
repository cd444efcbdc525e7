using System.CommandLine;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Data;

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
        MakeSite(app);
        return await new ImportRun(app.Services, line.GetValue(Folder)!.FullName).Run(cancel);
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
