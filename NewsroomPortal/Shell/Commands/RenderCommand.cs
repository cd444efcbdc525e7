using System.CommandLine;
using System.Text;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Shell.Commands;

/// <summary>
/// <c>render FILE</c> and <c>render FOLDER --out FOLDER</c>: what Hugo would put into <c>{{ .Content }}</c>. It needs no newsroom, so it
/// opens none, and starts fast.
/// </summary>
internal static class RenderCommand
{
    private static readonly UTF8Encoding Utf8NoBom = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly Argument<FileSystemInfo> From =
        new Argument<FileSystemInfo>("FILE") { Description = "A content file, or a folder of them." }.AcceptExistingOnly();

    private static readonly Option<DirectoryInfo?> Out = new("--out") { Description = "For a folder: where x.md becomes x.html.", HelpName = "FOLDER" };

    public static Command Create()
    {
        var render = new Command("render", "Renders the body of a content file as Hugo does, to standard output; or a folder of them.") { From, Out };
        render.Validators.Add(given =>
        {
            var isFolder = given.GetValue(From) is DirectoryInfo;
            if (isFolder && given.GetValue(Out) is null)
            {
                given.AddError("A folder is rendered into another: render FOLDER --out FOLDER.");
            }
            else if (!isFolder && given.GetValue(Out) is not null)
            {
                given.AddError("One file is rendered to standard output: leave --out away.");
            }
        });
        render.SetAction(line => Run(line.GetValue(From)!, line.GetValue(Out)));
        return render;
    }

    private static int Run(FileSystemInfo from, DirectoryInfo? to)
    {
        Console.OutputEncoding = Utf8NoBom;
        var words = new Words();
        var renderer = new MarkdownRenderer();
        return to is null ? RenderFile(renderer, words, from) : RenderFolder(renderer, words, from.FullName, to.FullName);
    }

    private static int RenderFile(MarkdownRenderer renderer, Words words, FileSystemInfo file)
    {
        var (html, refusal) = Render(renderer, words, file.FullName);
        if (html is null)
        {
            Console.Error.WriteLine($"{file.Name}: {refusal}");
            return CommandLine.Refused;
        }
        Console.Write(html);
        return CommandLine.Done;
    }

    private static int RenderFolder(MarkdownRenderer renderer, Words words, string from, string to)
    {
        var (done, refused) = (0, 0);
        var pace = new Pace(words, "shell.render.pace");
        foreach (var path in ImportFolder.Walk(from))
        {
            var (html, refusal) = Render(renderer, words, Path.Combine(from, path));
            refusal ??= Write(words, Path.Combine(to, Path.ChangeExtension(path, ".html")), html!);
            if (refusal is null)
            {
                done++;
            }
            else
            {
                refused++;
                Console.Error.WriteLine($"{path}: {refusal}");
            }
            pace.Tell(done + refused);
        }
        Console.WriteLine(words.Say("shell.render.done", done, refused));
        return refused == 0 ? CommandLine.Done : CommandLine.Refused;
    }

    private static (string? Html, string? Refusal) Render(MarkdownRenderer renderer, Words words, string file)
    {
        try
        {
            var reading = HugoFile.Read(File.ReadAllBytes(file));
            return reading.File is { } read
                ? (renderer.ToHtml(FrontMatter.Read(read.Text).Body), null)
                : (null, Say(words, NotText.Because(reading.Refusal!)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, words.Say("shell.file.problem", problem.Message));
        }
    }

    private static string Say(Words words, Refusal refusal) => words.Say(refusal.Word, refusal.Values);

    private static string? Write(Words words, string file, string html)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, html, Utf8NoBom);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return words.Say("shell.file.problem", problem.Message);
        }
    }
}
