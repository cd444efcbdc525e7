using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// Comparing, importing and exporting a folder on the server, one at a time. The work goes on when the page that began it is closed; every
/// page shows the same state.
/// </summary>
public sealed class FolderWork(
    FolderComparison comparison, FolderDecisions decisions, ArticleImport articles, FileImport others, ArticleExport export,
    ContentFolder site, DataFolder data, TimeProvider clock, ILogger<FolderWork> logger) : IDisposable
{
    private readonly Lock _turn = new();
    private CancellationTokenSource _cancel = new();

    /// <summary>The work that is under way, or the last one; null: none since the start.</summary>
    public FolderJob? Job { get; private set; }

    /// <summary>The last comparison, without what was decided since.</summary>
    public FolderReport? Report { get; private set; }

    /// <summary>Called as the work goes on, from any thread, at most some times a second.</summary>
    public event Action? Changed;

    public string Site => site.Root;

    /// <param name="folder">Only an admin names another one than the site's.</param>
    public Outcome Compare(Actor who, string folder) => Begin(who, FolderJobKind.Compare, folder, async (job, cancel) =>
    {
        Report = null;
        Report = await comparison.Compare(job.Folder, (done, total) => Tell(job, done, total), cancel);
        job.Refused.AddRange(Report.Refused.Select(file => (file.Path, file.Refusal!)));
    });

    /// <summary>Takes in what the comparison found new.</summary>
    public Outcome Import(Actor who) => Report is not { } report ? Outcome.Refused("publishing.work.compareFirst") : Begin(who, FolderJobKind.Import, report.Folder, async (job, cancel) =>
    {
        var found = report.Found();
        var taken = new HashSet<string>();
        try
        {
            await foreach (var file in new FolderImport(report.Folder, articles, others).Take(found, who, cancel))
            {
                Count(job, file.Path, file.Refusal, taken);
                Tell(job, job.Done + 1, found.Count);
                cancel.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            Settle(one => one.Kind == DifferenceKind.New && taken.Contains(one.Path));
        }
    });

    /// <summary>Decides the same about every difference of a kind.</summary>
    public Outcome DecideAll(Actor who, DifferenceKind kind, FolderDecision decision, string reason) =>
        Report is not { } report ? Outcome.Refused("publishing.work.compareFirst") : Begin(who, FolderJobKind.Decide, report.Folder, async (job, cancel) =>
        {
            var all = report.Differences.Where(one => one.Kind == kind).ToList();
            foreach (var one in all)
            {
                cancel.ThrowIfCancellationRequested();
                var outcome = await decisions.Decide(who, report, one, decision, reason, cancel);
                Count(job, one.Path, outcome.Refusal, []);
                if (outcome.IsDone)
                {
                    Settle(other => other == one);
                }
                Tell(job, job.Done + 1, all.Count);
            }
        });

    public async Task<Outcome> Decide(Actor who, FolderDifference difference, FolderDecision decision, string reason)
    {
        if (Report is not { } report || Job is { IsRunning: true })
        {
            return Outcome.Refused("publishing.work.busy");
        }
        var outcome = await decisions.Decide(who, report, difference, decision, reason);
        if (outcome.IsDone)
        {
            Settle(one => one == difference);
            Changed?.Invoke();
        }
        return outcome;
    }

    public Outcome Export(Actor who, string folder, bool published) => Begin(who, FolderJobKind.Export, folder, async (job, cancel) =>
    {
        var total = await export.Count(published, cancel);
        await foreach (var file in export.Write(job.Folder, published, cancel))
        {
            Count(job, file.Path, file.Refusal, []);
            Tell(job, job.Done + 1, total);
            cancel.ThrowIfCancellationRequested();
        }
    });

    /// <summary>Ends the work; what is done stays done.</summary>
    public void Cancel() => _cancel.Cancel();

    public void Dispose() => _cancel.Dispose();

    private Outcome Begin(Actor who, FolderJobKind kind, string folder, Func<FolderJob, CancellationToken, Task> work)
    {
        if ((FileDecisions.Refusal(who) ?? Refusal(who, kind, folder)) is { } refusal)
        {
            return refusal;
        }
        lock (_turn)
        {
            if (Job is { IsRunning: true })
            {
                return Outcome.Refused("publishing.work.busy");
            }
            _cancel.Dispose();
            _cancel = new CancellationTokenSource();
            Job = new FolderJob(kind, Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), clock.GetTimestamp());
            _ = Task.Run(() => Run(Job, work, _cancel.Token));
        }
        Changed?.Invoke();
        return Outcome.Done;
    }

    /// <summary>The data folder holds keys and accounts: nothing of it is taken, nothing is written into it.</summary>
    private Refusal? Refusal(Actor who, FolderJobKind kind, string folder)
    {
        if (!Path.IsPathFullyQualified(folder))
        {
            return new Refusal("publishing.work.path");
        }
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (full == site.Root && kind != FolderJobKind.Export)
        {
            return null;
        }
        return !who.IsAdmin ? new Refusal("publishing.work.admin")
            : IsWithin(full, data.Path) || IsWithin(data.Path, full) ? new Refusal("publishing.work.data", data.Path)
            : kind != FolderJobKind.Export && !Directory.Exists(full) ? new Refusal("publishing.work.missing", full) : null;
    }

    private static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private async Task Run(FolderJob job, Func<FolderJob, CancellationToken, Task> work, CancellationToken cancel)
    {
        var end = FolderJobEnd.Done;
        try
        {
            await work(job, cancel);
        }
        catch (OperationCanceledException)
        {
            end = FolderJobEnd.Cancelled;
        }
#pragma warning disable CA1031 // Nobody awaits it: whatever ends it is shown on the page, and logged.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            logger.LogError(problem, "The {Kind} of {Folder} has failed", job.Kind, job.Folder);
            end = FolderJobEnd.Failed;
        }
        job.Close(end, clock.GetElapsedTime(job.Began));
        Changed?.Invoke();
    }

    private static void Count(FolderJob job, string path, Refusal? refusal, HashSet<string> taken)
    {
        if (refusal is null)
        {
            taken.Add(path);
            return;
        }
        lock (job.Refused)
        {
            job.Refused.Add((path, refusal));
        }
    }

    private void Tell(FolderJob job, int done, int total)
    {
        if (job.Move(done, total, clock.GetElapsedTime(job.Began)))
        {
            Changed?.Invoke();
        }
    }

    private void Settle(Predicate<FolderDifference> isSettled) =>
        Report = Report is null ? null : Report with { Differences = [.. Report.Differences.Where(one => !isSettled(one))] };
}
