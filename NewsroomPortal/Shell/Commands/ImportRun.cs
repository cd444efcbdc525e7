using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Shell.Commands;

/// <summary>One import from the command line: a comparison, then what is new; each refusal a line, the sums at the end.</summary>
internal sealed class ImportRun(IServiceProvider portal, string folder)
{
    private readonly Words _words = portal.GetRequiredService<Words>();
    private int _looked;
    private int _taken;
    private int _known;
    private int _refused;

    public async Task<int> Run(CancellationToken cancel)
    {
        FolderReport? report = null;
        try
        {
            var pace = new Pace(_words, "shell.import.looked");
            report = await portal.GetRequiredService<FolderComparison>().Compare(folder, (done, _) => pace.Tell(_looked = done), cancel);
            var conflicts = Tell(report);
            await Take(report.Found(), cancel);
            Console.WriteLine(_words.Say("shell.import.done", _taken, _known, _refused));
            if (conflicts > 0)
            {
                Console.WriteLine(_words.Say("shell.import.conflicts", conflicts));
            }
            return _refused == 0 ? CommandLine.Done : CommandLine.Refused;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Console.WriteLine(report is null
                ? _words.Say("shell.import.stoppedEarly", _looked)
                : _words.Say("shell.import.stopped", _looked, _taken, _known, _refused));
            return CommandLine.Stopped;
        }
    }

    /// <summary>What needs no import, or a person; the value is how many need one.</summary>
    private int Tell(FolderReport report)
    {
        foreach (var file in report.Refused)
        {
            Refuse(file.Path, _words.Say(file.Refusal!.Word, file.Refusal.Values));
        }
        var conflicts = report.Differences.Where(one => one.Kind is not DifferenceKind.New and not DifferenceKind.EditedInPortal).ToList();
        foreach (var one in conflicts)
        {
            Refuse(one.Path, _words[$"publishing.differs.{one.Kind}"] + (one.NewPath is { } now ? $" → {CommandLine.OneLine(now)}" : ""));
        }
        _known = report.Unchanged + report.Differences.Count(one => one.Kind == DifferenceKind.EditedInPortal);
        return conflicts.Count;
    }

    private async Task Take(IReadOnlyList<FoundFile> found, CancellationToken cancel)
    {
        var pace = new Pace(_words, "shell.import.pace");
        var import = new FolderImport(folder, portal.GetRequiredService<ArticleImport>(), portal.GetRequiredService<FileImport>());
        await foreach (var file in import.Take(found, Actor.Portal, cancel))
        {
            if (file.Refusal is { } refusal)
            {
                Refuse(file.Path, _words.Say(refusal.Word, refusal.Values));
            }
            else
            {
                _ = file.IsKnown ? _known++ : _taken++;
            }
            pace.Tell(_taken + _known + _refused);
        }
        await portal.GetRequiredService<Following>().Settled(cancel);
    }

    private void Refuse(string path, string why)
    {
        _refused++;
        Console.Error.WriteLine($"{CommandLine.OneLine(path)}: {why}");
    }
}
