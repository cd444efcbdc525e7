using System.Globalization;
using System.Text.RegularExpressions;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands;

public sealed partial class ImportStopTests : IDisposable
{
    private const int Count = 2500;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ctrl_C_tells_how_far_an_import_came_and_the_next_one_takes_the_rest()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SIGINT is sent with kill, on Linux.");
        var files = Enumerable.Range(0, Count).ToDictionary(number => $"content/post/{number % 40:00}/{number:0000}.md", number => $"---\ntitle: \"第{number}則\"\ntags: [標籤{number % 7}]\n---\n文\n".Bytes());
        ContentTree.Write(_folder["in"], files);
        ContentTree.Write(_folder["in"], new() { ["content/post/圖.png"] = [1] });

        var stopped = await PortalRun.Stopped(FirstInSite(), WithData(Import()));
        var said = Stopped().Match(stopped.Out);
        Assert.True(said.Success, $"{stopped}");
        Assert.Equal((130, "", $"{Count + 1}", "0"), (stopped.Exit, stopped.Error, said.Groups["all"].Value, said.Groups["known"].Value));
        var taken = int.Parse(said.Groups["taken"].Value, CultureInfo.InvariantCulture);
        Assert.InRange(taken, 0, Count);
        Assert.Equal((0, $"Articles checked: {taken}; problems: 0."), await Told("check"));

        Assert.Equal((0, $"Imported: {Count + 1 - taken}; there already: {taken}; refused: 0."), await Told(Import()));
        Assert.Equal((0, $"Articles checked: {Count}; problems: 0."), await Told("check"));
        Assert.Equal((0, $"Imported: 0; there already: {Count + 1}; refused: 0."), await Told(Import()));
        Assert.Equivalent(ContentTree.Read(_folder["in"], "*"), ContentTree.Read(_folder["data/site/content"], "*").ToDictionary(file => $"content/{file.Key}", file => file.Value), strict: true);
    }

    /// <summary>Ends when the import has put the first file in the site: then it is in the middle.</summary>
    private async Task FirstInSite()
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Directory.CreateDirectory(_folder["data/site/content/post"]).FullName, "*.md") { IncludeSubdirectories = true };
        watcher.Created += (_, _) => seen.TrySetResult();
        watcher.EnableRaisingEvents = true;
        await seen.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private string[] Import() => ["import", _folder["in"]];

    private string[] WithData(params string[] arguments) => [.. arguments, "--data", _folder["data"]];

    private async Task<(int, string)> Told(params string[] arguments)
    {
        var run = await PortalRun.Of(WithData(arguments));
        return (run.Exit, run.Out.Trim());
    }

    [GeneratedRegex(@"^Stopped\. Of (?<all>\d+) files imported: (?<taken>\d+); there already: (?<known>\d+); refused: 0\. Run it again for the rest\.\n$")]
    private static partial Regex Stopped();
}
